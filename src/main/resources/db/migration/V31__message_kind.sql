-- The outbox by kind: an example sent to oneself is rare among a million reminders.
create index message_kind on message (kind, created_at desc, id desc);

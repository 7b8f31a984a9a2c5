-- The outbox by reason. What was sent has none, so this stays small and costs nothing as mail leaves.
create index message_reason on message (reason, created_at desc, id desc) where reason is not null;

-- The outbox by reason; H2 has no index of some rows only.
create index message_reason on message (reason, created_at desc, id desc);

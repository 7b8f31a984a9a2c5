-- Whose figures or copies a transaction changed, written by that transaction, for the grids that stand open on any node.
-- It holds ids only; who reads it reads the participants again, through a scope. Rows live for ten minutes.
create sequence progress_change_seq increment by 50;
create table progress_change (
    id             bigint                   not null default nextval('progress_change_seq') primary key,
    cycle_id       bigint                   not null,
    -- Null: many of the cycle at once.
    participant_id bigint,
    at             timestamp with time zone not null
);
create index progress_change_at on progress_change (at);

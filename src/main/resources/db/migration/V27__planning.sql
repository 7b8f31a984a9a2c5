-- "At most two mails a week" holds for leads too: what ships as it was, and was never edited, counts.
update reminder_policy set required = false where starter = 'TO_REVIEW' and version = 0;

-- Who has come into another time zone, where the day that runs may be planned already: until it is planned for them too.
-- A row a move, so that one made meanwhile is not forgotten with the one before.
create sequence reminder_moved_seq;
create table reminder_moved (
    id        bigint                   not null default nextval('reminder_moved_seq') primary key,
    person_id bigint                   not null references person on delete cascade,
    moved_at  timestamp with time zone not null
);

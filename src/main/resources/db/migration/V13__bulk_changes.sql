-- One act of changing many things at once, with what it was answered with, for a request sent twice.
create sequence bulk_change_seq increment by 50;
create table bulk_change (
    id         bigint                   not null default nextval('bulk_change_seq') primary key,
    kind       varchar(20)              not null,
    request_id varchar(60)              not null unique,
    created_at timestamp with time zone not null,
    created_by bigint,
    people     integer                  not null default 0,
    things     integer                  not null default 0,
    left_out   integer                  not null default 0,
    undone_at  timestamp with time zone
);

-- Each thing it changed, as it was before: an assignment, or the participant itself. What Undo goes by. No foreign
-- keys: a thing that is gone is one that cannot be taken back.
create table bulk_change_item (
    bulk_change_id      bigint  not null references bulk_change on delete cascade,
    participant_id      bigint  not null,
    thing_id            bigint  not null,
    due_before          date,
    due_after           date,
    status_before       varchar(20),
    status_at_before    timestamp with time zone,
    lead_before         bigint,
    lead_by_hand_before boolean,
    lead_after          bigint,
    taken_back          boolean not null default false,
    primary key (bulk_change_id, participant_id, thing_id)
);

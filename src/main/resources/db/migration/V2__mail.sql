-- The outbox: one mail to one person, with its whole life.
create sequence message_seq increment by 50;
create table message (
    id               bigint                   not null default nextval('message_seq') primary key,
    -- What must be sent once has one key, however often it is asked for.
    unique_key       varchar(200)             not null unique,
    batch            varchar(60),
    kind             varchar(40)              not null,
    person_id        bigint,
    participant_id   bigint,
    to_address       varchar(320),
    to_name          varchar(310)             not null,
    reply_to_address varchar(320),
    reply_to_name    varchar(310),
    language         varchar(10)              not null,
    subject          varchar(500)             not null,
    text_body        text                     not null,
    html_body        text                     not null,
    status           varchar(20)              not null,
    reason           varchar(60),
    server_answer    varchar(1000),
    message_id       varchar(200)             not null unique,
    attempts         integer                  not null default 0,
    created_at       timestamp with time zone not null,
    created_by       bigint,
    created_by_name  varchar(200)             not null default 'Weft',
    -- QUEUED: not before this moment. SENDING: until then it belongs to the node that took it.
    send_after       timestamp with time zone not null,
    sent_at          timestamp with time zone,
    -- Goes up each time a node takes the message, so that a late answer of another one changes nothing.
    version          integer                  not null default 0
);
create index message_status on message (status, send_after, id);
create index message_batch on message (batch);
create index message_participant on message (participant_id, created_at desc);
create index message_person on message (person_id, created_at desc);
create index message_created on message (created_at desc, id desc);

create sequence objective_template_seq increment by 50;
create table objective_template (
    id               bigint        not null default nextval('objective_template_seq') primary key,
    code             varchar(40)   not null unique,
    title            varchar(500)  not null,
    type             varchar(30)   not null,
    plan_kind        varchar(20)   not null,
    target           integer       not null check (target >= 1),
    unit             varchar(60)   not null,
    measure          varchar(20)   not null,
    due_days         integer,
    evidence         varchar(1000),
    guide            varchar(4000),
    counterpart_rule varchar(500),
    retired          boolean       not null default false,
    shipped          boolean       not null default false,
    version          integer       not null default 0
);
create table objective_template_level (
    template_id bigint      not null references objective_template on delete cascade,
    level       varchar(20) not null,
    primary key (template_id, level)
);

-- One act of assigning; what Undo takes back. The counts are what it was answered with, for a request sent twice.
create sequence assignment_batch_seq increment by 50;
create table assignment_batch (
    id         bigint                   not null default nextval('assignment_batch_seq') primary key,
    cycle_id   bigint                   not null references cycle,
    request_id varchar(60)              not null unique,
    created_at timestamp with time zone not null,
    created_by bigint,
    people     integer                  not null default 0,
    created    integer                  not null default 0,
    held       integer                  not null default 0,
    undone_at  timestamp with time zone
);

-- One holder's copy of a template, worded as it was.
create sequence assignment_seq increment by 50;
create table assignment (
    id               bigint                   not null default nextval('assignment_seq') primary key,
    participant_id   bigint                   not null references participant,
    template_id      bigint                   not null references objective_template,
    batch_id         bigint references assignment_batch,
    cycle_id         bigint                   not null references cycle,
    person_id        bigint                   not null references person,
    code             varchar(40)              not null,
    title            varchar(500)             not null,
    type             varchar(30)              not null,
    plan_kind        varchar(20)              not null,
    target           integer                  not null check (target >= 1),
    unit             varchar(60)              not null,
    measure          varchar(20)              not null,
    evidence         varchar(1000),
    due_on           date                     not null,
    status           varchar(20)              not null,
    health           varchar(20)              not null,
    achieved         integer                  not null default 0,
    ended_reason     varchar(1000),
    created_at       timestamp with time zone not null,
    status_at        timestamp with time zone not null,
    last_activity_at timestamp with time zone,
    version          integer                  not null default 0,
    unique (participant_id, template_id)
);
create index assignment_person on assignment (person_id);
create index assignment_cycle on assignment (cycle_id, template_id);
create index assignment_template on assignment (template_id);
create index assignment_batch_of on assignment (batch_id);

-- Each reason an assignment is held ("assigned via"), and the act of assigning that added it.
create table assignment_reason (
    assignment_id bigint                   not null references assignment on delete cascade,
    kind          varchar(20)              not null,
    ref_id        bigint                   not null,
    added_at      timestamp with time zone not null,
    batch_id      bigint references assignment_batch,
    primary key (assignment_id, kind, ref_id)
);
create index assignment_reason_batch on assignment_reason (batch_id);

-- Every status change and check-in, dated and with its actor.
create sequence assignment_event_seq increment by 50;
create table assignment_event (
    id            bigint                   not null default nextval('assignment_event_seq') primary key,
    assignment_id bigint                   not null references assignment on delete cascade,
    at            timestamp with time zone not null,
    actor_id      bigint,
    actor_name    varchar(200)             not null,
    kind          varchar(20)              not null,
    from_status   varchar(20),
    to_status     varchar(20),
    health        varchar(20),
    note          varchar(2000)
);
create index assignment_event_of on assignment_event (assignment_id, at desc);

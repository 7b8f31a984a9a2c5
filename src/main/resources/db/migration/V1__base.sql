-- One schema for H2 (in PostgreSQL mode) and PostgreSQL.
-- Ids come from sequences stepping 50, so that Hibernate hands out fifty per round trip
-- and plain SQL can take one per row. Moments are UTC instants, dates are calendar dates.

create table setting (
    name    varchar(100)  not null primary key,
    content varchar(4000) not null,
    version integer       not null default 0
);

create sequence audit_entry_seq increment by 50;
create table audit_entry (
    id           bigint                   not null default nextval('audit_entry_seq') primary key,
    at           timestamp with time zone not null,
    actor_id     bigint,
    actor_name   varchar(200)             not null,
    action       varchar(60)              not null,
    subject_type varchar(40)              not null,
    subject_id   bigint,
    subject_name varchar(300),
    person_id    bigint,
    detail       varchar(4000)
);
create index audit_entry_at on audit_entry (at desc, id desc);
create index audit_entry_subject on audit_entry (subject_type, subject_id, at desc);
create index audit_entry_person on audit_entry (person_id, at desc);

-- db-scheduler's own table, as its documentation gives it.
create table scheduled_tasks (
    task_name            varchar(100)             not null,
    task_instance        varchar(100)             not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean                  not null,
    picked_by            varchar(50),
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures int,
    last_heartbeat       timestamp with time zone,
    version              bigint                   not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);

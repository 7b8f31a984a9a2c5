create sequence program_seq increment by 50;
create table program (
    id         bigint                   not null default nextval('program_seq') primary key,
    name       varchar(200)             not null unique,
    purpose    varchar(2000)            not null,
    owner_id   bigint references person,
    status     varchar(20)              not null,
    created_at timestamp with time zone not null,
    version    integer                  not null default 0
);

create sequence cycle_seq increment by 50;
create table cycle (
    id         bigint       not null default nextval('cycle_seq') primary key,
    program_id bigint       not null references program,
    name       varchar(200) not null,
    starts_on  date         not null,
    ends_on    date         not null,
    version    integer      not null default 0,
    unique (program_id, name)
);

-- A rule audience keeps its conditions here; a manual one leaves them empty. "*" in a text stands for any characters.
create sequence cohort_seq increment by 50;
create table cohort (
    id                bigint       not null default nextval('cohort_seq') primary key,
    cycle_id          bigint       not null references cycle,
    name              varchar(200) not null,
    lead_id           bigint references person,
    audience          varchar(20)  not null,
    rule_team_id      bigint references team,
    rule_level        varchar(20),
    rule_job_title    varchar(200),
    rule_location     varchar(150),
    rule_joined_since date,
    version           integer      not null default 0,
    unique (cycle_id, name)
);
create index cohort_lead on cohort (lead_id);

-- One person in one cohort of one cycle, with the figures lists sort and filter by. Each group of
-- figures is written by the feature that owns its sources, in the transaction that changes them.
create sequence participant_seq increment by 50;
create table participant (
    id                     bigint                   not null default nextval('participant_seq') primary key,
    cycle_id               bigint                   not null references cycle,
    cohort_id              bigint                   not null references cohort,
    person_id              bigint                   not null references person,
    added_at               timestamp with time zone not null,
    -- Picked by hand: stays when the cohort's rule is evaluated again.
    by_hand                boolean                  not null default true,
    -- objectives
    live_count             integer                  not null default 0,
    completed_count        integer                  not null default 0,
    not_started_count      integer                  not null default 0,
    progress               numeric(7, 6)            not null default 0,
    next_due_on            date,
    health                 varchar(20)              not null default 'NOT_UPDATED',
    -- conversations
    conversation_count     integer                  not null default 0,
    external_count         integer                  not null default 0,
    -- both
    last_activity_at       timestamp with time zone,
    -- reminders
    last_reminded_at       timestamp with time zone,
    unique (cycle_id, person_id)
);
create index participant_person on participant (person_id);
create index participant_cohort on participant (cohort_id);

-- Whom a lead may see: the own line, the teams led and all below, the cohorts led, and oneself.
create view visible_person as
    select rl.lead_id as viewer_id, rl.person_id from reporting_line rl
    union all
    select t.leader_id, p.id
        from team t join team_closure c on c.ancestor_id = t.id join person p on p.team_id = c.team_id
        where t.leader_id is not null
    union all
    select c.lead_id, pt.person_id
        from cohort c join participant pt on pt.cohort_id = c.id
        where c.lead_id is not null
    union all
    select p.id, p.id from person p;

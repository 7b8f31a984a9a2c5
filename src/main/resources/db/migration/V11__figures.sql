-- The figures of a cycle as they were at one moment, for pages about the whole organisation: a few rows in place of
-- millions. One job writes them anew; nothing else is derived from them, so they can be thrown away at any time.
create table figure_cycle (
    cycle_id             bigint  not null primary key references cycle on delete cascade,
    -- Empty until the first is written.
    as_of                timestamp with time zone,
    took_millis          bigint  not null default 0,
    -- Coverage. What teams have declared to need of each other comes here once it can be declared.
    department_pairs     integer not null default 0,
    department_pairs_met integer not null default 0
);

-- People of one cohort, department and level; 0 is "in no department". Names are looked up when read.
create table figure_group (
    cycle_id      bigint         not null references figure_cycle on delete cascade,
    cohort_id     bigint         not null,
    department_id bigint         not null,
    level         varchar(20)    not null,
    people        integer        not null,
    talking       integer        not null,
    talks         bigint         not null,
    talks_across  bigint         not null,
    at_risk       integer        not null,
    progress      numeric(16, 6) not null,
    not_started   bigint         not null,
    in_progress   bigint         not null,
    submitted     bigint         not null,
    returned      bigint         not null,
    completed     bigint         not null,
    waived        bigint         not null,
    cancelled     bigint         not null,
    overdue       bigint         not null,
    primary key (cycle_id, cohort_id, department_id, level)
);

-- Weeks are counted from the first day of the cycle, from 0.
create table figure_week (
    cycle_id      bigint  not null references figure_cycle on delete cascade,
    week          integer not null,
    completed     bigint  not null,
    due           bigint  not null,
    conversations bigint  not null,
    across        bigint  not null,
    reminded      bigint  not null,
    followed      bigint  not null,
    primary key (cycle_id, week)
);

create table figure_objective (
    cycle_id    bigint         not null references figure_cycle on delete cascade,
    template_id bigint         not null,
    live        bigint         not null,
    completed   bigint         not null,
    progress    numeric(16, 6) not null,
    median_days numeric(8, 2),
    primary key (cycle_id, template_id)
);

-- "Has anything happened since?" is asked once a minute.
create index assignment_event_at on assignment_event (at);

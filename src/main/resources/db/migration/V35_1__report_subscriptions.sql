-- Standing orders for reports. What is due when follows from the order and the recipient's zone, and is kept nowhere.
create sequence report_subscription_seq increment by 50;
create table report_subscription (
    id         bigint                   not null default nextval('report_subscription_seq') primary key,
    owner_id   bigint                   not null references account on delete cascade,
    kind       varchar(20)              not null,
    -- One of the two: whichever cycle of the program it is time for, or this cycle.
    program_id bigint                   references program on delete cascade,
    cycle_id   bigint                   references cycle on delete cascade,
    rhythm     varchar(20)              not null,
    weekday    varchar(10)              not null,
    -- 31 is the last day, however many there are.
    month_day  integer                  not null,
    at_time    time                     not null,
    delivery   varchar(20)              not null,
    active     boolean                  not null,
    created_at timestamp with time zone not null,
    version    integer                  not null default 0,
    check ((program_id is null) <> (cycle_id is null))
);
create index report_subscription_owner on report_subscription (owner_id);
create index report_subscription_program on report_subscription (program_id);
create index report_subscription_cycle on report_subscription (cycle_id);

create sequence report_recipient_seq increment by 50;
create table report_recipient (
    id              bigint                   not null default nextval('report_recipient_seq') primary key,
    subscription_id bigint                   not null references report_subscription on delete cascade,
    account_id      bigint                   not null references account on delete cascade,
    -- What was due up to then is not made up for.
    since           timestamp with time zone not null,
    -- The latest local day that is planned: nobody gets two on one day, also not who moves to another zone.
    planned_on      date,
    unique (subscription_id, account_id)
);
create index report_recipient_account on report_recipient (account_id);

-- One report for one recipient at one moment.
create sequence report_run_seq increment by 50;
create table report_run (
    id              bigint                   not null default nextval('report_run_seq') primary key,
    subscription_id bigint                   not null references report_subscription on delete cascade,
    account_id      bigint                   not null references account on delete cascade,
    due_at          timestamp with time zone not null,
    -- Asked for by hand, for oneself.
    trial           boolean                  not null,
    -- The cycle that has ended, where that is what it is about.
    cycle_id        bigint                   references cycle on delete cascade,
    state           varchar(20)              not null,
    attempts        integer                  not null default 0,
    -- The file, which lies there for a while; not a reference, as it goes first.
    download_id     bigint,
    reason          varchar(30),
    why_key         varchar(100),
    why_detail      varchar(500),
    message_key     varchar(200),
    ended_at        timestamp with time zone,
    -- However many nodes plan, it is planned once.
    unique (subscription_id, account_id, due_at)
);
create index report_run_account on report_run (account_id);
create index report_run_cycle on report_run (cycle_id);

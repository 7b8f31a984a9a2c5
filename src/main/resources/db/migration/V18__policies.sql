-- Whom to remind of what, and when. No foreign keys to programs, cohorts and teams: a policy whose cohort is gone finds nobody.
create sequence reminder_policy_seq increment by 50;
create table reminder_policy (
    id             bigint      not null default nextval('reminder_policy_seq') primary key,
    -- One of those the product ships: its name is a translated text until somebody gives it another.
    starter        varchar(30) unique,
    name           varchar(100),
    kind           varchar(20) not null,
    days           integer     not null default 0 check (days >= 0),
    program_id     bigint,
    cohort_id      bigint,
    -- And the teams below it.
    team_id        bigint,
    level          varchar(20),
    location       varchar(150),
    recipient      varchar(20) not null,
    -- Monday is 1.
    weekdays       varchar(7)  not null,
    at_time        time        not null,
    catch_up_days  integer     not null check (catch_up_days >= 0),
    required       boolean     not null default false,
    escalate_after integer,
    -- Empty while it is switched off. Nothing from before is made up for.
    active_since   timestamp with time zone,
    version        integer     not null default 0,
    check (name is not null or starter is not null)
);
insert into reminder_policy
    (starter, kind, days, recipient, weekdays, at_time, catch_up_days, required, escalate_after) values
    ('DUE_SOON', 'DUE_IN', 7, 'PARTICIPANT', '12345', time '09:00:00', 3, false, null),
    ('DUE_TODAY', 'DUE_TODAY', 0, 'PARTICIPANT', '12345', time '09:00:00', 1, false, null),
    ('OVERDUE', 'OVERDUE_EVERY', 7, 'PARTICIPANT', '12345', time '09:00:00', 3, false, 3),
    ('SILENT', 'SILENT', 21, 'PARTICIPANT', '12345', time '09:00:00', 5, false, null),
    ('NOT_STARTED', 'NOT_STARTED', 14, 'BOTH', '12345', time '09:00:00', 5, false, null),
    ('TO_REVIEW', 'TO_REVIEW', 3, 'LEAD', '12345', time '09:00:00', 5, true, null),
    ('WEEKLY', 'WEEKLY_DIGEST', 0, 'PARTICIPANT', '1', time '09:00:00', 1, false, null);

-- How far each policy has been planned, by the zones people are in ('' for those without one).
create table reminder_planned (
    policy_id bigint      not null references reminder_policy on delete cascade,
    time_zone varchar(60) not null,
    through   date        not null,
    primary key (policy_id, time_zone)
);

-- What a policy came to for one person, about one participant, on one day where that person is. It exists once.
-- No foreign keys to people: what was sent stays on record.
create sequence reminder_seq increment by 50;
create table reminder (
    id             bigint                   not null default nextval('reminder_seq') primary key,
    policy_id      bigint                   not null,
    participant_id bigint                   not null,
    local_day      date                     not null,
    -- Empty where there is no lead to tell.
    recipient_id   bigint,
    role           varchar(20)              not null,
    state          varchar(20)              not null,
    reason         varchar(30),
    slot_at        timestamp with time zone not null,
    -- The recipient's when it was planned; who has moved since is told by the hours of the new place.
    time_zone      varchar(60),
    required       boolean                  not null,
    -- The participant has not answered, so the lead is told.
    escalated      boolean                  not null,
    things         integer                  not null,
    days           integer                  not null,
    created_at     timestamp with time zone not null,
    settled_at     timestamp with time zone,
    message_key    varchar(200),
    -- Escalated ones: when the lead said that they have had a word.
    done_at        timestamp with time zone,
    unique nulls not distinct (policy_id, participant_id, local_day, recipient_id)
);
create index reminder_due on reminder (state, slot_at, recipient_id);
create index reminder_participant on reminder (participant_id, policy_id);
create index reminder_recipient on reminder (recipient_id, slot_at);

-- What somebody does not want to get. What is required goes out all the same.
create sequence reminder_silence_seq increment by 50;
create table reminder_silence (
    id         bigint                   not null default nextval('reminder_silence_seq') primary key,
    person_id  bigint                   not null references person on delete cascade,
    -- Null for every kind.
    kind       varchar(20),
    -- The first day mail is welcome again; null for good.
    until_on   date,
    created_at timestamp with time zone not null,
    unique nulls not distinct (person_id, kind)
);

-- Where a mail program may say for its reader that no more of it is wanted (RFC 8058).
alter table message add column unsubscribe_address varchar(500);

-- Days nobody works; without a location, everywhere.
create sequence holiday_seq increment by 50;
create table holiday (
    id       bigint       not null default nextval('holiday_seq') primary key,
    location varchar(150),
    on_day   date         not null,
    name     varchar(200) not null,
    unique nulls not distinct (location, on_day)
);

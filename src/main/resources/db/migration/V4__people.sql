create sequence team_seq increment by 50;
create table team (
    id        bigint       not null default nextval('team_seq') primary key,
    name      varchar(200) not null,
    kind      varchar(20)  not null,
    parent_id bigint references team,
    leader_id bigint,
    version   integer      not null default 0,
    -- Also at the top, where there is no parent.
    unique nulls not distinct (parent_id, name)
);
create index team_parent on team (parent_id);
create index team_leader on team (leader_id);

-- Every team with each of its ancestors, itself included (depth 0): "team and below" is one join.
create table team_closure (
    ancestor_id bigint  not null references team on delete cascade,
    team_id     bigint  not null references team on delete cascade,
    depth       integer not null,
    primary key (ancestor_id, team_id)
);
create index team_closure_team on team_closure (team_id);

create sequence person_seq increment by 50;
create table person (
    id              bigint                   not null default nextval('person_seq') primary key,
    employee_number varchar(64)              not null unique,
    given_name      varchar(150)             not null,
    family_name     varchar(150)             not null,
    display_name    varchar(310)             not null,
    sort_name       varchar(310)             not null,
    email           varchar(320),
    job_title       varchar(200),
    level           varchar(20)              not null,
    level_fixed     boolean                  not null default false,
    team_id         bigint references team,
    manager_id      bigint references person,
    location        varchar(150),
    time_zone       varchar(60),
    language        varchar(10),
    active          boolean                  not null default true,
    joined_on       date,
    left_on         date,
    created_at      timestamp with time zone not null,
    updated_at      timestamp with time zone not null,
    version         integer                  not null default 0
);
create index person_sort_name on person (sort_name, id);
create index person_team on person (team_id);
create index person_manager on person (manager_id);
create index person_level on person (level);
alter table team add constraint team_leader_fk foreign key (leader_id) references person;
alter table account add constraint account_person_fk foreign key (person_id) references person;

-- Every person with each lead above them (depth 1 is the direct manager).
create table reporting_line (
    lead_id   bigint  not null references person on delete cascade,
    person_id bigint  not null references person on delete cascade,
    depth     integer not null,
    primary key (lead_id, person_id)
);
create index reporting_line_person on reporting_line (person_id);

-- How a level is derived from a job title: the first rule that matches wins, no rule means front line. HR edits them as
-- a whole. The shipped ones take level as whom somebody leads: seniority alone ("Sr.") leads nobody, and sellers who
-- are called area, account or product managers have no team.
create sequence level_rule_seq increment by 50;
create table level_rule (
    id       bigint       not null default nextval('level_rule_seq') primary key,
    position integer      not null,
    matching varchar(20)  not null,
    pattern  varchar(200) not null,
    level    varchar(20)  not null
);
insert into level_rule (position, matching, pattern, level) values
    (1, 'CONTAINS', 'assistant to', 'FRONT_LINE'),
    (2, 'CONTAINS', 'executive assistant', 'FRONT_LINE'),
    (3, 'WORD', 'president', 'EXECUTIVE'),
    (4, 'WORD', 'vp', 'EXECUTIVE'),
    (5, 'WORD', 'chief', 'EXECUTIVE'),
    (6, 'WORD', 'ceo', 'EXECUTIVE'),
    (7, 'WORD', 'cfo', 'EXECUTIVE'),
    (8, 'WORD', 'cio', 'EXECUTIVE'),
    (9, 'WORD', 'coo', 'EXECUTIVE'),
    (10, 'WORD', 'cto', 'EXECUTIVE'),
    (11, 'WORD', 'director', 'EXECUTIVE'),
    (12, 'CONTAINS', 'direktor', 'EXECUTIVE'),
    (13, 'WORD', 'vorstand', 'EXECUTIVE'),
    (14, 'CONTAINS', 'geschäftsführ', 'EXECUTIVE'),
    (15, 'CONTAINS', 'bereichsleit', 'EXECUTIVE'),
    (16, 'CONTAINS', 'area sales manager', 'FRONT_LINE'),
    (17, 'WORD', 'account manager', 'FRONT_LINE'),
    (18, 'WORD', 'product manager', 'FRONT_LINE'),
    (19, 'WORD', 'project manager', 'TEAM_LEAD'),
    (20, 'CONTAINS', 'projektleit', 'TEAM_LEAD'),
    (21, 'WORD', 'assistant manager', 'TEAM_LEAD'),
    (22, 'WORD', 'manager', 'MANAGER'),
    (23, 'STARTS_WITH', 'head of', 'MANAGER'),
    (24, 'CONTAINS', 'abteilungsleit', 'MANAGER'),
    (25, 'WORD', 'lead', 'TEAM_LEAD'),
    (26, 'WORD', 'team leader', 'TEAM_LEAD'),
    (27, 'WORD', 'supervisor', 'TEAM_LEAD'),
    (28, 'WORD', 'principal', 'TEAM_LEAD'),
    (29, 'CONTAINS', 'teamleit', 'TEAM_LEAD'),
    (30, 'CONTAINS', 'gruppenleit', 'TEAM_LEAD'),
    (31, 'CONTAINS', 'schichtleit', 'TEAM_LEAD');

-- Which column means what, remembered per header row.
create table import_mapping (
    header_key varchar(64)              not null primary key,
    mapping    varchar(4000)            not null,
    used_at    timestamp with time zone not null
);

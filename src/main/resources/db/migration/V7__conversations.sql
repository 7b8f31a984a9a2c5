-- A dated contact between people. The request id comes from the form, so that a double click logs once.
create sequence conversation_seq increment by 50;
create table conversation (
    id         bigint                   not null default nextval('conversation_seq') primary key,
    request_id varchar(60)              not null unique,
    held_on    date                     not null,
    kind       varchar(20)              not null,
    exchanged  varchar(4000)            not null,
    agreed     varchar(2000),
    result     varchar(2000),
    created_at timestamp with time zone not null,
    created_by bigint,
    version    integer                  not null default 0
);
create index conversation_held on conversation (held_on desc, id desc);

-- Who took part, and from which team: the team as it was when the conversation was logged, so that a later move
-- between teams does not rewrite what was external then. 0 is "in no team"; empty is "not recorded". No foreign key:
-- a team that is gone was still the team.
create table conversation_person (
    conversation_id bigint not null references conversation on delete cascade,
    person_id       bigint not null references person,
    team_id         bigint,
    primary key (conversation_id, person_id)
);
create index conversation_person_of on conversation_person (person_id, conversation_id);

-- Who took part, with the team to count by: where none was recorded, the one the person is in today.
create view conversation_person_team as
    select cp.conversation_id, cp.person_id, nullif(coalesce(cp.team_id, p.team_id, 0), 0) as team_id
    from conversation_person cp join person p on p.id = cp.person_id;

-- What it counts for.
create table conversation_assignment (
    conversation_id bigint not null references conversation on delete cascade,
    assignment_id   bigint not null references assignment on delete cascade,
    primary key (conversation_id, assignment_id)
);
create index conversation_assignment_of on conversation_assignment (assignment_id);

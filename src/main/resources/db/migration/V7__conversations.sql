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
create table conversation_person (
    conversation_id bigint not null references conversation on delete cascade,
    person_id       bigint not null references person,
    primary key (conversation_id, person_id)
);
create index conversation_person_of on conversation_person (person_id, conversation_id);
create table conversation_assignment (
    conversation_id bigint not null references conversation on delete cascade,
    assignment_id   bigint not null references assignment on delete cascade,
    primary key (conversation_id, assignment_id)
);
create index conversation_assignment_of on conversation_assignment (assignment_id);

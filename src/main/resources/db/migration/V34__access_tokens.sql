-- What programs read with on behalf of an account. Only the hash of a token is kept.
create sequence access_token_seq increment by 50;
create table access_token (
    id           bigint                   not null default nextval('access_token_seq') primary key,
    account_id   bigint                   not null references account on delete cascade,
    name         varchar(100)             not null,
    token_hash   varchar(64)              not null unique,
    created_at   timestamp with time zone not null,
    expires_at   timestamp with time zone not null,
    last_used_at timestamp with time zone
);
create index access_token_of on access_token (account_id, id);

-- Programs read a cycle page by page, in the order of ids, which no edit changes.
create index participant_by_id on participant (cycle_id, id);
create index assignment_by_id on assignment (cycle_id, id);

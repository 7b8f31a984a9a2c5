create sequence account_seq increment by 50;
create table account (
    id              bigint                   not null default nextval('account_seq') primary key,
    username        varchar(100)             not null unique,
    display_name    varchar(200)             not null,
    email           varchar(320),
    password_hash   varchar(200),
    person_id       bigint unique,
    language        varchar(10)              not null,
    time_zone       varchar(60)              not null,
    executive_reach varchar(20)              not null default 'WHOLE',
    active          boolean                  not null default true,
    created_at      timestamp with time zone not null,
    last_sign_in_at timestamp with time zone,
    version         integer                  not null default 0
);
create table account_role (
    account_id bigint      not null references account on delete cascade,
    role       varchar(20) not null,
    primary key (account_id, role)
);

-- Only the hash of a one-time link is kept.
create sequence sign_in_link_seq increment by 50;
create table sign_in_link (
    id         bigint                   not null default nextval('sign_in_link_seq') primary key,
    token_hash varchar(100)             not null unique,
    purpose    varchar(30)              not null,
    account_id bigint references account on delete cascade,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    used_at    timestamp with time zone
);

-- Spring Security's "stay signed in", as its documentation gives it.
create table persistent_logins (
    username  varchar(100) not null,
    series    varchar(64)  not null primary key,
    token     varchar(64)  not null,
    last_used timestamp    not null
);

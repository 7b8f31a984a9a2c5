-- Named views of the progress list and the matrix: what their address says. The owner is an account.
create sequence saved_view_seq increment by 50;
create table saved_view (
    id          bigint        not null default nextval('saved_view_seq') primary key,
    owner_id    bigint        not null,
    name        varchar(100)  not null,
    page        varchar(10)   not null,
    query       varchar(2000) not null,
    -- Everybody who holds the role reads it; null for the owner alone.
    shared_with varchar(20),
    -- What those who hold the role see first. There is one a page and role.
    default_for varchar(20),
    version     integer       not null default 0,
    unique (owner_id, page, name),
    unique (page, default_for),
    check (default_for is null or shared_with is not null and default_for = shared_with)
);
create index saved_view_shared on saved_view (shared_with);

-- What an account sees first, before what its role does.
create table saved_view_first (
    account_id bigint      not null,
    page       varchar(10) not null,
    view_id    bigint      not null references saved_view on delete cascade,
    primary key (account_id, page)
);
create index saved_view_first_view on saved_view_first (view_id);

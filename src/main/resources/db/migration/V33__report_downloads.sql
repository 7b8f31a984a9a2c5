-- Large workbooks are made in the background. The file lies here in pieces: every node hands it out, and none has it on a disk.
create sequence report_download_seq increment by 50;
create table report_download (
    id            bigint                   not null default nextval('report_download_seq') primary key,
    account_id    bigint                   not null references account on delete cascade,
    kind          varchar(20)              not null,
    cycle_id      bigint                   not null references cycle on delete cascade,
    -- As its reader was shown it.
    cycle_label   varchar(500)             not null,
    language      varchar(35)              not null,
    zone          varchar(60)              not null,
    state         varchar(20)              not null,
    -- True while it waits or is made, else null: an account has one of a kind and cycle under way.
    under_way     boolean,
    -- Counted up with every start. Who writes for an earlier one writes no more.
    run           integer                  not null default 0,
    rows_done     bigint                   not null default 0,
    rows_expected bigint                   not null,
    file_name     varchar(300),
    size          bigint                   not null default 0,
    -- What the account might do and see when it was made.
    made_roles    varchar(100),
    made_person   bigint,
    made_reach    varchar(20),
    error_key     varchar(100),
    error_detail  varchar(300),
    requested_at  timestamp with time zone not null,
    finished_at   timestamp with time zone,
    expires_at    timestamp with time zone,
    unique (account_id, kind, cycle_id, under_way)
);
create index report_download_cycle on report_download (cycle_id);

create table report_piece (
    download_id bigint  not null references report_download on delete cascade,
    number      integer not null,
    content     bytea   not null,
    primary key (download_id, number)
);

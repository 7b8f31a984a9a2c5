-- Mail that came back, each notification once.
create table mail_bounce (
    -- The notification's own Message-ID.
    notification varchar(300)             not null primary key,
    message      bigint                   not null references message on delete cascade,
    -- Where it went, in lower case.
    address      varchar(320)             not null,
    -- For good, rather than for now (a full mailbox, a server that is away for days).
    hard         boolean                  not null,
    answer       varchar(1000)            not null,
    at           timestamp with time zone not null,
    -- Until a person has mail sent there again.
    counted      boolean                  not null default true
);
create index mail_bounce_address on mail_bounce (address, at);
create index mail_bounce_message on mail_bounce (message);

-- Addresses nothing is sent to any more, until a person says so or the address is another one.
create table unreachable_address (
    address varchar(320)             not null primary key,
    since   timestamp with time zone not null,
    -- What the last notification said.
    answer  varchar(1000)            not null
);

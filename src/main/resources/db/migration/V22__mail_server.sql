-- The mail server as an administrator set it in the portal: no row until then. What is null takes its default.
create table mail_server (
    id                      integer                  not null primary key check (id = 1),
    host                    varchar(255),
    port                    integer,
    security                varchar(20)              not null,
    username                varchar(320),
    -- Under the key of the installation, see docs/decisions/020.
    password_cipher         varchar(2000),
    from_address            varchar(320),
    from_name               varchar(310),
    bounce_address          varchar(320),
    connections             integer,
    messages_per_connection integer,
    per_minute              integer,
    version                 integer                  not null,
    changed_at              timestamp with time zone not null
);

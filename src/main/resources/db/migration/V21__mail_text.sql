-- Texts of mail that were changed. What is not here reads as it ships, from the product's own texts.
create sequence mail_text_seq increment by 50;
create table mail_text (
    id              bigint                   not null default nextval('mail_text_seq') primary key,
    template        varchar(60)              not null,
    language        varchar(10)              not null,
    part            varchar(60)              not null,
    -- May be empty: a paragraph that is left out.
    content         varchar(4000)            not null,
    changed_at      timestamp with time zone not null,
    changed_by      bigint,
    changed_by_name varchar(200)             not null,
    version         integer                  not null default 0,
    unique (template, language, part)
);

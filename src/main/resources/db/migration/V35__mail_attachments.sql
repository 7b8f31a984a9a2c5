-- A message may carry one file. What a list shows stands in its row, the bytes beside it and in pieces: H2 holds no more in one value.
alter table message add column attachment_name varchar(300);
alter table message add column attachment_type varchar(150);
alter table message add column attachment_size bigint;

create table message_piece (
    message_id bigint  not null references message on delete cascade,
    number     integer not null,
    content    bytea   not null,
    primary key (message_id, number)
);

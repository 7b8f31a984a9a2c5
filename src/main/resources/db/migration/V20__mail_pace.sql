-- When the next mail may go out where so many a minute are allowed: one row that all nodes share.
create table mail_pace (
    id      integer                  not null primary key check (id = 1),
    next_at timestamp with time zone not null
);

-- Every node looks after the outbox itself now.
delete from scheduled_tasks where task_name = 'mail-outbox';

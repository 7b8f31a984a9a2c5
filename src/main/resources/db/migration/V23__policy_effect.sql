-- What followed a policy's reminders, by the recipient's local day. Counted anew each night while the week after a day runs.
create table policy_effect (
    policy_id  bigint  not null references reminder_policy on delete cascade,
    local_day  date    not null,
    -- Participants spoken of in a mail the server took.
    sent       integer not null,
    -- Of them, who held a conversation on that day or the seven after it, and who checked in.
    talked     integer not null,
    checked_in integer not null,
    primary key (policy_id, local_day)
);
create index policy_effect_day on policy_effect (local_day);

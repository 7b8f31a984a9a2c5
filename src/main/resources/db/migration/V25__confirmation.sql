-- Whether somebody who is named in a conversation that somebody else logged says that it was so: WAITING, CONFIRMED or
-- DISPUTED. Empty where there is nothing to confirm: for whoever logged it, and for all from before. No default, so that
-- no row is written anew.
alter table conversation_person add column confirmation varchar(20);
-- Since when it is asked; again after the conversation was changed.
alter table conversation_person add column asked_at timestamp with time zone;
alter table conversation_person add column answered_at timestamp with time zone;
-- What they hold against it.
alter table conversation_person add column objection varchar(500);

-- Of the conversations held within the cycle, those that wait for the participant.
alter table participant add column unconfirmed_count integer not null default 0;

insert into reminder_policy
    (starter, kind, days, recipient, weekdays, at_time, catch_up_days, required, escalate_after) values
    ('UNCONFIRMED', 'UNCONFIRMED', 3, 'PARTICIPANT', '12345', time '09:00:00', 5, false, null);

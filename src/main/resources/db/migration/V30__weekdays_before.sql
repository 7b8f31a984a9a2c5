-- The weekdays that held up to a day, where a policy that is on was given others: what was told by then is not told again,
-- and what was not is told by the next run.
alter table reminder_policy add column weekdays_before varchar(7);
alter table reminder_policy add column weekdays_before_through date;

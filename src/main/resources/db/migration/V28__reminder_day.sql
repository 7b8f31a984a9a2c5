-- What is on record for a policy and a day, for HR to look back.
create index reminder_day on reminder (policy_id, local_day);

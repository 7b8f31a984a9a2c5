-- Asked only for those who have something to review; of the others no change has to be written here.
drop index participant_submitted;
create index participant_submitted on participant (cycle_id, submitted_count) where submitted_count > 0;

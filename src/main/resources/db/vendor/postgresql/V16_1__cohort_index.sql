-- The new one begins with the same column. H2 holds on to the old one for its foreign key.
drop index participant_cohort;

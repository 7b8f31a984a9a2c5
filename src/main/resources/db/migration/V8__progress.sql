-- The progress grid asks which zones people are in; an index answers that without reading people.
create index person_time_zone on person (time_zone);

-- Participants of a cycle by what the grid filters for most: what is overdue.
create index participant_due on participant (cycle_id, next_due_on);

-- Who holds something in a status few are in: H2 does not skip along an index that begins with the objective.
create index assignment_status on assignment (cycle_id, status, participant_id);
-- All texts of a cycle, to look through without reading a row.
create index participant_words on participant (cycle_id, search_text);
-- H2 preferred it to a set of participants. Ids in order the table itself has.
drop index participant_by_id;

-- Who holds an objective, read from the index alone: the grid filters by it.
create index assignment_objective on assignment (cycle_id, template_id, status, participant_id);
drop index assignment_cycle;

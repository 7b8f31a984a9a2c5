-- Who holds an objective of a type, asked participant by participant: answered without reading a row.
create index assignment_type on assignment (participant_id, cycle_id, type, status);

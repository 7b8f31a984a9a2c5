-- Who holds an objective of a type is a column of the participant.
drop index assignment_type;

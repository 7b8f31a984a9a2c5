-- H2 finds a set of teams only along an index of the team alone.
drop index participant_team;
create index participant_team on participant (team_id);

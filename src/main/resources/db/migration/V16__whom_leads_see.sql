-- The same people as before, said so that a database can tell how few they are: whom one leads is found by the lead kept
-- with each participant, and cohorts are asked only for those who were given another lead by hand. Through cohorts it
-- looked as if everybody might lead thirty thousand, and lists of a small team were read from the top of the whole cycle.
create index participant_by_hand on participant (cohort_id, lead_by_hand);

create or replace view visible_person as
    select rl.lead_id as viewer_id, rl.person_id from reporting_line rl
    union all
    select t.leader_id, p.id
        from team t join team_closure c on c.ancestor_id = t.id join person p on p.team_id = c.team_id
        where t.leader_id is not null
    union all
    select pt.lead_id, pt.person_id from participant pt where pt.lead_id is not null
    union all
    select c.lead_id, pt.person_id
        from cohort c join participant pt on pt.cohort_id = c.id and pt.lead_by_hand
        where c.lead_id is not null
    union all
    select p.id, p.id from person p;

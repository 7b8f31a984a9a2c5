-- What the progress grid shows, sorts and filters by beside the figures, copied from the directory and the cohort by the
-- writes that change them, so that a page is read from one table along one index.
alter table participant add column display_name varchar(310) not null default '';
alter table participant add column sort_name varchar(310) not null default '';
alter table participant add column active boolean not null default true;
alter table participant add column team_id bigint;
alter table participant add column team_name varchar(200);
-- From the front line (1) to the top (4).
alter table participant add column level_rank smallint not null default 1;
alter table participant add column location varchar(150);
alter table participant add column time_zone varchar(60);
alter table participant add column cohort_name varchar(200) not null default '';
-- Who leads the person in this cycle: the cohort's lead, else the manager, unless somebody else was named.
alter table participant add column lead_id bigint references person;
alter table participant add column lead_by_hand boolean not null default false;
-- Beside health, from the worst (1) to the best (4).
alter table participant add column health_rank smallint not null default 3;
-- 0 nothing assigned, 1 nothing started, 2 under way, 3 all done.
alter table participant add column phase smallint not null default 0;
alter table participant add column submitted_count integer not null default 0;
-- So that "of 3,180" needs no counting.
alter table cohort add column member_count integer not null default 0;

update participant pt
set display_name = s.display_name, sort_name = s.sort_name, active = s.active, team_id = s.team_id,
    team_name = s.team_name, level_rank = s.level_rank, location = s.location, time_zone = s.time_zone,
    cohort_name = s.cohort_name, lead_id = s.lead_id, health_rank = s.health_rank, phase = s.phase,
    submitted_count = s.submitted_count
from (
    select o.id, p.display_name, p.sort_name, p.active, p.team_id, t.name as team_name,
        case p.level when 'FRONT_LINE' then 1 when 'TEAM_LEAD' then 2 when 'MANAGER' then 3 else 4 end as level_rank,
        p.location, p.time_zone, c.name as cohort_name, coalesce(c.lead_id, p.manager_id) as lead_id,
        case o.health when 'OFF_TRACK' then 1 when 'AT_RISK' then 2 when 'NOT_UPDATED' then 3 else 4 end as health_rank,
        case when o.live_count = 0 then 0 when o.not_started_count = o.live_count then 1
            when o.completed_count = o.live_count then 3 else 2 end as phase,
        (select count(*) from assignment a where a.participant_id = o.id and a.status = 'SUBMITTED') as submitted_count
    from participant o join person p on p.id = o.person_id join cohort c on c.id = o.cohort_id
        left join team t on t.id = p.team_id) s
where s.id = pt.id;
update cohort c set member_count = (select count(*) from participant pt where pt.cohort_id = c.id);

-- One index a sort; descending is the same index from the other end. "Never" comes before any moment.
create index participant_by_name on participant (cycle_id, sort_name, id);
create index participant_by_team on participant (cycle_id, team_name, sort_name, id);
create index participant_by_level on participant (cycle_id, level_rank, sort_name, id);
create index participant_by_cohort on participant (cycle_id, cohort_name, sort_name, id);
create index participant_by_progress on participant (cycle_id, progress, sort_name, id);
create index participant_by_done on participant (cycle_id, completed_count, live_count, sort_name, id);
create index participant_by_conversations on participant (cycle_id, conversation_count, sort_name, id);
create index participant_by_external on participant (cycle_id, external_count, sort_name, id);
create index participant_by_due on participant (cycle_id, next_due_on, sort_name, id);
create index participant_by_health on participant (cycle_id, health_rank, sort_name, id);
create index participant_by_activity on participant (cycle_id, last_activity_at nulls first, sort_name, id);
create index participant_by_reminder on participant (cycle_id, last_reminded_at nulls first, sort_name, id);
drop index participant_due;

-- What the grid filters for without sorting by it.
create index participant_team on participant (cycle_id, team_id);
create index participant_lead on participant (lead_id, cycle_id);
create index participant_phase on participant (cycle_id, phase);
create index participant_location on participant (cycle_id, location);
create index participant_submitted on participant (cycle_id, submitted_count);

-- Beside the own line, the teams and the cohorts led: those one leads by name.
create or replace view visible_person as
    select rl.lead_id as viewer_id, rl.person_id from reporting_line rl
    union all
    select t.leader_id, p.id
        from team t join team_closure c on c.ancestor_id = t.id join person p on p.team_id = c.team_id
        where t.leader_id is not null
    union all
    select c.lead_id, pt.person_id
        from cohort c join participant pt on pt.cohort_id = c.id
        where c.lead_id is not null
    union all
    select pt.lead_id, pt.person_id from participant pt where pt.lead_by_hand and pt.lead_id is not null
    union all
    select p.id, p.id from person p;

-- In which statuses a participant's assignments are and of which types the live ones, as sets: the sum of 1 for the first
-- constant of AssignmentStatus or ObjectiveType, 2 for the second, 4 for the third. Kept by the write that changes it.
alter table participant add column statuses smallint not null default 0;
alter table participant add column types smallint not null default 0;

update participant pt
set statuses = s.statuses, types = s.types
from (
    select a.participant_id as id,
        sum(distinct case a.status when 'NOT_STARTED' then 1 when 'IN_PROGRESS' then 2 when 'SUBMITTED' then 4
            when 'RETURNED' then 8 when 'COMPLETED' then 16 when 'WAIVED' then 32 else 64 end) as statuses,
        coalesce(sum(distinct case when a.status in ('WAIVED', 'CANCELLED') then 0
            when a.type = 'INFORMATION_EXCHANGE' then 1 when a.type = 'RELATIONSHIP' then 2
            when a.type = 'BIG_PICTURE' then 4 else 8 end), 0) as types
    from assignment a group by a.participant_id) s
where s.id = pt.id;

-- What free text looks through, beside what the list is sorted by: words many people have are found along the list's
-- order, without asking the directory for each row. Words few people have are found by the directory's own index.
alter table participant add column search_text varchar(900) not null default '';

update participant pt
set search_text = (
    select lower(p.display_name || ' ' || p.employee_number || ' ' || coalesce(p.email, '') || ' '
        || coalesce(p.job_title, ''))
    from person p where p.id = pt.person_id);

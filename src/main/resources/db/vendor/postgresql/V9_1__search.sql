-- Free text over name, number, e-mail and job title finds words anywhere in them. The extension is a trusted one: the
-- owner of the database may create it.
create extension if not exists pg_trgm;
create index person_search on person using gin (
    lower(display_name || ' ' || employee_number || ' ' || coalesce(email, '') || ' ' || coalesce(job_title, ''))
    gin_trgm_ops);

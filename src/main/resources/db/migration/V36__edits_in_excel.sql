-- A workbook of assignments that came back. It lies here, not in a session, until it is applied, discarded or expired.
create sequence assignment_upload_seq increment by 50;
create table assignment_upload (
    id         bigint                   not null default nextval('assignment_upload_seq') primary key,
    account_id bigint                   not null,
    cycle_id   bigint                   not null references cycle on delete cascade,
    file_name  varchar(300)             not null,
    state      varchar(20)              not null,
    -- Rows of the file, those of them that say nothing new, and cells with a problem.
    row_count  integer                  not null default 0,
    untouched  integer                  not null default 0,
    problems   integer                  not null default 0,
    created_at timestamp with time zone not null,
    applied_at timestamp with time zone,
    expires_at timestamp with time zone not null
);
create index assignment_upload_account on assignment_upload (account_id);
create index assignment_upload_cycle on assignment_upload (cycle_id);

-- What a row of the file changes: how it was when the file was taken out, what the file says, and how it was when Weft
-- last looked. No foreign keys: that something is gone is one of the things to be told. A field that is not edited has
-- nothing from the file, and a verdict of 0; 1 is a change, 2 a conflict, 3 what the rules refuse by now.
create table assignment_upload_row (
    upload_id      bigint  not null references assignment_upload on delete cascade,
    row_number     integer not null,
    assignment_id  bigint  not null,
    participant_id bigint  not null,
    person_id      bigint  not null,
    due_base       date    not null,
    due_file       date,
    due_now        date,
    due_verdict    integer not null,
    target_base    integer not null,
    target_file    integer,
    target_now     integer,
    target_verdict integer not null,
    status_base    varchar(20) not null,
    status_file    varchar(20),
    status_now     varchar(20),
    status_verdict integer not null,
    reason         varchar(1000),
    -- The participant's; once, however many rows of the file say it. 0 in the file stands for the cohort's.
    lead_base      bigint,
    lead_file      bigint,
    lead_now       bigint,
    lead_by_hand   boolean not null,
    lead_verdict   integer not null,
    -- The worst of the four.
    verdict        integer not null,
    refusal        varchar(1000),
    -- FILE or WEFT, where the verdict asks for one.
    choice         varchar(10),
    primary key (upload_id, row_number)
);
create index assignment_upload_row_verdict on assignment_upload_row (upload_id, verdict, row_number);

-- What keeps a file from being applied, cell by cell.
create table assignment_upload_problem (
    upload_id   bigint        not null references assignment_upload on delete cascade,
    number      integer       not null,
    row_number  integer       not null,
    column_name varchar(20),
    content     varchar(200)  not null,
    reason      varchar(1000) not null,
    primary key (upload_id, number)
);

-- A report is asked for in a format, and for the people and columns of a view of the progress list.
alter table report_download add column format varchar(10) default 'XLSX' not null;
-- As it stands in an address; empty for everybody in scope and all columns.
alter table report_download add column asked_view varchar(2000) default '' not null;
-- The filter as its reader was shown it.
alter table report_download add column asked_words varchar(1000) default '' not null;
-- What is being made, by format and view, else null: an account has one of each report, cycle and this under way. It takes
-- the place of under_way, which stays behind, always null: H2 drops no column of a key that has no name.
alter table report_download add column making varchar(80);
update report_download set making = 'XLSX', under_way = null where under_way;
alter table report_download add constraint report_download_making unique (account_id, kind, cycle_id, making);

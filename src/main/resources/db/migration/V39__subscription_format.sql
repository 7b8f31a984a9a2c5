-- A report comes by subscription in a format, as it is downloaded in one. What was set up so far comes as it did.
alter table report_subscription add column format varchar(10) default 'XLSX' not null;

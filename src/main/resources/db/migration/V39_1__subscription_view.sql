-- Of whom a report by subscription is, and with which columns: a view of the progress list as it stands in an address, so
-- that it stays what it is when the saved view it came from goes. Empty for everybody in scope and all columns.
alter table report_subscription add column asked_view varchar(2000) default '' not null;

-- One action for every workbook of the catalogue.
update audit_entry set action = 'REPORT_MADE' where action = 'QUARTER_WORKBOOK_DOWNLOADED';

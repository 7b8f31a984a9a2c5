-- A reminder whose mail failed, came back or was called off is UNDELIVERED from now on, also one from before.
update reminder set state = 'UNDELIVERED'
where state = 'SENT' and exists (
    select 1 from message m where m.unique_key = reminder.message_key and m.status in ('FAILED', 'BOUNCED', 'SUPPRESSED'));

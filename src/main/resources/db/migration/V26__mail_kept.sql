-- Who a mail said it was from when it was last tried. Empty before that, and for mail of older releases.
alter table message add column from_address varchar(320);
alter table message add column from_name varchar(310);

-- What a digest was made of: asked for each batch that goes out, and where one fails or is called off.
create index reminder_message on reminder (message_key);

-- A digest about the own plan counts as a reminder from now on, also those that went out before.
update participant set last_reminded_at = greatest(last_reminded_at, (
    select max(m.created_at) from reminder r join message m on m.unique_key = r.message_key
    where r.participant_id = participant.id and r.role = 'PARTICIPANT' and r.state = 'SENT'
        and m.status not in ('SUPPRESSED', 'FAILED', 'BOUNCED')))
where exists (select 1 from reminder r where r.participant_id = participant.id and r.state = 'SENT');

-- "At most two mails a week" holds for leads too: what ships as it was, and was never edited, counts.
update reminder_policy set required = false where starter = 'TO_REVIEW' and version = 0;

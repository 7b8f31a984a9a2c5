-- Who has an assignment in a status that few may be in, in words of base.ConstantSet. Others' changes are not written here.
create index participant_not_started on participant (cycle_id) where not_started_count > 0;
create index participant_in_progress on participant (cycle_id) where mod(statuses / 2, 2) > 0;
create index participant_returned on participant (cycle_id) where mod(statuses / 8, 2) > 0;
create index participant_waived on participant (cycle_id) where mod(statuses / 32, 2) > 0;
create index participant_cancelled on participant (cycle_id) where mod(statuses / 64, 2) > 0;
-- How many these are: otherwise a third of all is assumed, and a page of few looked for along a sort.
create statistics participant_holds_in_progress on (mod(statuses / 2, 2)) from participant;
create statistics participant_holds_returned on (mod(statuses / 8, 2)) from participant;
create statistics participant_holds_waived on (mod(statuses / 32, 2)) from participant;
create statistics participant_holds_cancelled on (mod(statuses / 64, 2)) from participant;
create statistics participant_holds_information on (mod(types / 1, 2)) from participant;
create statistics participant_holds_relationship on (mod(types / 2, 2)) from participant;
create statistics participant_holds_big_picture on (mod(types / 4, 2)) from participant;
create statistics participant_holds_feedback on (mod(types / 8, 2)) from participant;
analyze participant;

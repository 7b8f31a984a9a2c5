-- The key begins with the same column now. H2 holds on to the old one for its foreign key.
drop index participant_person;

-- What kind of thing makes it fail, and the cause in a sentence; none for those that were parked before.
alter table parked_hand_off add column fault text;
alter table parked_hand_off add column cause text;

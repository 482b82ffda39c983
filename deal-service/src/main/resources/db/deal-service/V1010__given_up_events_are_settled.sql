-- What was given up and needs no retry: it stays on record, with who said so.
alter table given_up_event
    add column discarded_at timestamptz,
    add column discarded_by text,
    add constraint given_up_event_discarded_by_somebody check ((discarded_at is null) = (discarded_by is null));

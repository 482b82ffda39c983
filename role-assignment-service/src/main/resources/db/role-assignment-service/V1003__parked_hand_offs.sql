-- Deals whose hand-off fails. Parked ones are left out by the relay, and their events kept until somebody retries them.
create table parked_hand_off (
    deal      text        not null,
    position  bigint      not null, -- of the event that fails, in the log
    failures  integer     not null,
    error     text        not null,
    failed_at timestamptz not null default now(),
    parked_at timestamptz, -- none while it is tried again by itself
    constraint parked_hand_off_once primary key (deal)
);

-- A kept event locks its deal's row against a retry that would miss it.
create table parked_hand_off_event (
    deal     text   not null,
    position bigint not null,
    constraint parked_hand_off_event_once primary key (deal, position),
    constraint parked_hand_off_event_of_parked foreign key (deal) references parked_hand_off
);

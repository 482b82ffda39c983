-- A policy's working time; absent for Monday to Friday, nine to five, UTC.
alter table routing_policy add column calendar text; -- JSON as written

-- When an offer expires; absent when nobody is asked.
alter table offer add column due_at timestamptz;
comment on column offer.answer is 'ACCEPTED, DECLINED, EXPIRED or CANCELLED; none while it stands';

-- A leg that too many have declined waits for this manager's decision.
alter table waiting_assignment add column manager text;
create index waiting_assignment_by_manager on waiting_assignment (manager, since, deal) where manager is not null;

-- A new home is looked for, since the holder cannot carry the deal any more.
alter table responsibility add column rehoming boolean not null default false;

-- Offers in a row that the person let expire; since when an absent one is away.
alter table member_directory add column missed integer not null default 0 check (missed >= 0);
alter table member_directory add column away_since timestamptz;

-- Nobody who is away or gone takes a place, unless overridden.
alter table slot add column present boolean not null default true; -- whether the person was there when it was taken
alter table slot add constraint slot_of_somebody_there check (override or present);

-- Who left, and how many deals they held at that moment.
create table departure (
    role        text        not null,
    member      text        not null,
    departed_at timestamptz not null,
    deals       integer     not null check (deals >= 0),
    constraint departure_once primary key (role, member, departed_at)
);

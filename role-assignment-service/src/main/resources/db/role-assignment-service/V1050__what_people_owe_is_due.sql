-- When a manager should have decided, and a package be complete.
alter table waiting_assignment add column due_at timestamptz;
alter table responsibility add column lacking_due_at timestamptz;

-- What whoever holds a deal has to do by when, as the deal says.
create table deal_deadline (
    deal   text        not null,
    what   text        not null, -- NEXT_STEP, REST or COMMITMENT/ and its name
    about  text        not null,
    due_at timestamptz not null,
    constraint deal_deadline_once primary key (deal, what)
);

-- An event of another system is identified by (source, id). What was applied or parked claims it, in the same commit
-- as the events; a refusal claims nothing.
create table claim (
    source     text        not null,
    id         text        not null,
    digest     text        not null,
    deal_id    text        not null,
    status     text        not null check (status in ('APPLIED', 'PARKED')),
    sequence   bigint,
    claimed_at timestamptz not null default clock_timestamp(),
    constraint claim_once primary key (source, id),
    constraint claim_applied_has_sequence check ((status = 'APPLIED') = (sequence is not null))
);

-- Waits for what must come before it; deleted when it is applied or given up.
create table parked_event (
    number     bigint generated always as identity primary key,
    source     text        not null,
    id         text        not null,
    deal_id    text        not null,
    event      text        not null,
    actor      text        not null,
    reason     text        not null,
    parked_at  timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    constraint parked_event_once unique (source, id)
);
create index parked_event_by_deal on parked_event (deal_id, number);
create index parked_event_by_expiry on parked_event (expires_at);

-- What waited in vain, or was refused when its turn came. Its claim is given back: the sender may send it again.
create table given_up_event (
    number      bigint      not null primary key,
    source      text        not null,
    id          text        not null,
    deal_id     text        not null,
    event       text        not null,
    actor       text        not null,
    cause       text        not null check (cause in ('EXPIRED', 'REFUSED')),
    problem     text        not null,
    parked_at   timestamptz not null,
    given_up_at timestamptz not null default clock_timestamp()
);
create index given_up_event_by_deal on given_up_event (deal_id);

-- The same (source, id) with another body: refused, and kept, since one of the two is wrong.
create table claim_conflict (
    number  bigint generated always as identity primary key,
    source  text        not null,
    id      text        not null,
    digest  text        not null,
    event   text        not null,
    actor   text        not null,
    seen_at timestamptz not null default clock_timestamp(),
    constraint claim_conflict_once unique (source, id, digest)
);

create table incentive_plan (
    name       text        not null,
    version    integer     not null check (version >= 1),
    terms      text        not null, -- JSON as written
    written_at timestamptz not null default now(),
    written_by text        not null,
    constraint incentive_plan_once primary key (name, version)
);

create table quota (
    member       text        not null,
    period       text        not null, -- 2026, 2026-Q3 or 2026-09
    version      integer     not null check (version >= 1),
    amount       numeric     not null check (amount > 0), -- in the plan's currency
    plan         text        not null,
    plan_version integer     not null,
    reason       text,
    set_at       timestamptz not null default now(),
    set_by       text        not null,
    constraint quota_once primary key (member, period, version),
    constraint quota_under_a_plan foreign key (plan, plan_version) references incentive_plan
);

create index quota_by_period on quota (period, member, version);

-- Closes are few among all facts, and asked for by when they happened.
create index event_of_a_close on event (occurred_at)
    where type in ('baton.deal.closed.v1', 'baton.deal.close-reversed.v1');

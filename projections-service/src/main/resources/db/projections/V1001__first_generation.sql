-- A read model lives in a numbered generation, a schema of its own; a replay builds the next one beside it.
create table generation (
    name       text        primary key check (name ~ '^gen_[0-9]+$'),
    live       boolean     not null,
    created_at timestamptz not null default now()
);
create unique index generation_one_live on generation (live) where live;
comment on table generation is 'The generations of the read model; the views of the schema analytics point to the live one.';
insert into generation (name, live) values ('gen_1', true);

create schema gen_1;

create table gen_1.deal_current (
    deal_id          text        primary key,
    pipeline         text        not null,
    pipeline_version int,
    title            text        not null,
    customer_id      text,
    customer_name    text,
    channel          text,
    territory        text,
    product          text,
    need             text,
    origin           text,
    found_estimated  boolean     not null,
    state            text        not null,
    state_since      timestamptz not null,
    attempt          int         not null,
    value            numeric,
    currency         text,
    holder_role      text,
    holder_member    text,
    epoch            int         not null,
    found_at         timestamptz not null,
    qualified_at     timestamptz,
    agreed_at        timestamptz,
    closed_at        timestamptz,
    handed_at        timestamptz,
    reason           text,
    competitor       text,
    version          bigint      not null,
    events           int         not null,
    last_occurred_at timestamptz not null,
    last_recorded_at timestamptz not null,
    check ((value is null) = (currency is null))
) with (fillfactor = 60);
create index deal_current_newest on gen_1.deal_current (found_at desc, deal_id);

create table gen_1.deal_timeline (
    deal_id        text        not null,
    ordinal        int         not null,
    event_id       uuid        not null,
    source         text        not null,
    sequence       bigint      not null,
    type           text        not null,
    occurred_at    timestamptz not null,
    recorded_at    timestamptz not null,
    actor          text,
    causation_id   uuid,
    correlation_id uuid,
    origin_source  text,
    origin_id      text,
    data           json        not null,
    primary key (deal_id, ordinal)
);

create table gen_1.stage_visit (
    deal_id             text        not null,
    visit               int         not null,
    attempt             int         not null,
    stage               text        not null,
    entered_at          timestamptz not null,
    entered_recorded_at timestamptz not null,
    left_at             timestamptz,
    left_recorded_at    timestamptz,
    primary key (deal_id, visit)
) with (fillfactor = 70);

create table gen_1.responsibility_interval (
    deal_id           text        not null,
    epoch             int         not null,
    holder_role       text        not null,
    holder_member     text        not null,
    cause             text,
    acceptance        text,
    offer             text,
    forced_by         text,
    asked_at          timestamptz,
    asked_recorded_at timestamptz,
    from_at           timestamptz not null,
    from_recorded_at  timestamptz not null,
    to_at             timestamptz,
    to_recorded_at    timestamptz,
    end_cause         text,
    primary key (deal_id, epoch)
) with (fillfactor = 70);
create index responsibility_interval_newest on gen_1.responsibility_interval (from_recorded_at desc, deal_id, epoch);

create table gen_1.handoff_request (
    deal_id           text        not null,
    cause             text        not null,
    asked_at          timestamptz not null,
    asked_recorded_at timestamptz not null,
    primary key (deal_id, cause)
);

create table gen_1.assignment_decision (
    event_id            uuid        not null,
    deal_id             text        not null,
    role                text        not null,
    policy              text        not null,
    policy_version      int         not null,
    chosen              text,
    requested_member    text,
    requested_granted   boolean,
    requested_reason    text,
    candidates          json        not null,
    decided_at          timestamptz not null,
    decided_recorded_at timestamptz not null,
    primary key (deal_id, event_id)
);

create table gen_1.waiting_assignment (
    deal_id           text        not null,
    role              text        not null,
    territory         text,
    reason            text        not null,
    since_at          timestamptz not null,
    since_recorded_at timestamptz not null,
    woken             int         not null,
    left_by           text,
    left_at           timestamptz,
    left_recorded_at  timestamptz,
    primary key (deal_id, role)
);
create index waiting_assignment_now on gen_1.waiting_assignment (since_recorded_at) where left_by is null;

create table gen_1.offer (
    deal_id              text        not null,
    offer                text        not null,
    role                 text        not null,
    member               text        not null,
    epoch                int         not null,
    made_at              timestamptz not null,
    made_recorded_at     timestamptz not null,
    answer               text,
    answer_reason        text,
    answered_at          timestamptz,
    answered_recorded_at timestamptz,
    primary key (deal_id, offer)
);

create table gen_1.deal_close (
    deal_id            text        not null,
    attempt            int         not null,
    territory          text,
    product            text,
    found_at           timestamptz not null,
    qualified_at       timestamptz,
    value              numeric,
    currency           text,
    credit_role        text,
    credit_member      text,
    outcome            text,
    closed_at          timestamptz,
    closed_recorded_at timestamptz,
    reason             text,
    competitor         text,
    primary key (deal_id, attempt),
    check ((value is null) = (currency is null))
) with (fillfactor = 70);

create table gen_1.member (
    stream_id    text        primary key,
    role         text        not null,
    member       text        not null,
    name         text        not null,
    capacity     int         not null,
    territories  jsonb       not null,
    skills       jsonb       not null,
    languages    jsonb       not null,
    availability text        not null,
    joined_at    timestamptz not null,
    departed_at  timestamptz,
    unique (role, member)
);

create table gen_1.member_slot (
    slot_id      text        primary key,
    stream_id    text        not null,
    role         text        not null,
    member       text        not null,
    deal_id      text        not null,
    weight       int         not null,
    override     boolean     not null,
    reserved_at  timestamptz not null,
    confirmed_at timestamptz,
    released_at  timestamptz,
    released_for text
);
create index member_slot_held on gen_1.member_slot (stream_id) where released_at is null;

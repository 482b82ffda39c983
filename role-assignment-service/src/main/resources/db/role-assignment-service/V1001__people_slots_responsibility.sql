-- Written in the commit of the facts they follow, so that routing sees what is so.
create table member_directory (
    role         text        not null,
    member       text        not null,
    name         text        not null,
    capacity     integer     not null check (capacity >= 0),
    load         integer     not null default 0 check (load >= 0), -- reserved and used
    territories  text[]      not null, -- empty: everywhere
    skills       text[]      not null, -- empty: every product
    languages    text[]      not null,
    availability text        not null,
    away_until   timestamptz,
    departed     boolean     not null default false,
    constraint member_directory_once primary key (role, member)
);

create table slot (
    role      text    not null,
    member    text    not null,
    deal      text    not null,
    weight    integer not null check (weight >= 0),
    override  boolean not null,
    confirmed boolean not null default false,
    load      integer not null, -- the person's, with this slot, when it was taken
    capacity  integer not null, -- the person's, when it was taken
    constraint slot_once primary key (role, member, deal),
    constraint slot_within_capacity check (override or load <= capacity),
    constraint slot_of_member foreign key (role, member) references member_directory
);

create index slot_by_deal on slot (deal);

-- What routing needs to know of a deal.
create table lead (
    deal      text not null,
    pipeline  text not null,
    territory text,
    product   text,
    constraint lead_once primary key (deal)
);

-- One row per deal: one holder.
create table responsibility (
    deal     text        not null,
    role     text        not null,
    member   text        not null,
    epoch    integer     not null check (epoch >= 0),
    since    timestamptz not null,
    ended_at timestamptz,
    constraint responsibility_once primary key (deal)
);

create index responsibility_by_member on responsibility (member) where ended_at is null;

create table offer (
    offer   text        not null,
    deal    text        not null,
    role    text        not null,
    member  text        not null,
    epoch   integer     not null,
    made_at timestamptz not null,
    answer  text, -- ACCEPTED, DECLINED or CANCELLED; none while it stands
    constraint offer_once primary key (offer)
);

create unique index offer_standing_once on offer (deal) where answer is null;
create index offer_standing_by_member on offer (member, made_at, offer) where answer is null;

-- Who said no to the present leg of a deal.
create table decliner (
    deal   text not null,
    member text not null,
    constraint decliner_once primary key (deal, member)
);

-- Legs that nobody could take. A woken one keeps its row, since it will take a place that still looks free.
create table waiting_assignment (
    deal      text        not null,
    role      text        not null,
    territory text,
    reason    text        not null,
    since     timestamptz not null,
    woken     boolean     not null default false,
    constraint waiting_assignment_once primary key (deal)
);

create index waiting_assignment_by_role on waiting_assignment (role, since, deal);

create table routing_policy (
    name       text        not null,
    version    integer     not null check (version >= 1),
    rules      text        not null, -- JSON as written
    created_at timestamptz not null default now(),
    created_by text        not null,
    constraint routing_policy_once primary key (name, version)
);

insert into routing_policy (name, version, rules, created_by) values ('default', 1, '{}', 'baton');

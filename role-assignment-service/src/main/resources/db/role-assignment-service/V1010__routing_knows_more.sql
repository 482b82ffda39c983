-- Whom a person reports to; since when they have worked in the role, for those who are spared at first.
alter table member_directory add column manager text;
alter table member_directory add column started_at timestamptz not null default now();

-- Whose turn it is next: the larger, the later they were given a deal.
alter table member_directory add column turn bigint not null default 0;
create sequence assignment_turn;

-- When people took the deals that routing gave them.
create table intake (
    role     text        not null,
    member   text        not null,
    deal     text        not null,
    taken_at timestamptz not null
);
create index intake_by_day on intake (role, taken_at, member);

-- Who last held a deal of a customer, per role.
alter table lead add column customer text;
alter table lead add column language text;
create table account_holder (
    customer text        not null,
    role     text        not null,
    member   text        not null,
    since    timestamptz not null,
    constraint account_holder_once primary key (customer, role)
);

-- Working time of those who work in a territory, where it differs from the policy's.
alter table routing_policy add column calendars text; -- JSON as written

-- Who keeps the credit while the holder stands in for them.
alter table responsibility add column credit_role text;
alter table responsibility add column credit_member text;
create index responsibility_by_credit on responsibility (credit_role, credit_member)
    where ended_at is null and credit_member is not null;

-- What the package of a won deal lacks, as support has told its holder.
alter table responsibility add column lacking text;

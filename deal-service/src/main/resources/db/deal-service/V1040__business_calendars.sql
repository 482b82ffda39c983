-- When teams work. A row is never changed: a deadline names the version that it was counted by.
create table business_calendar (
    team       text        not null,
    version    integer     not null check (version > 0),
    definition json        not null,
    created_by text        not null,
    created_at timestamptz not null default clock_timestamp(),
    constraint business_calendar_once primary key (team, version)
);

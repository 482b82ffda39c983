-- Which generations are fed: the live one, and the one before it, so that going back to it is not going back in time.
alter table generation add column fed boolean not null default false;
update generation set fed = true where live;
comment on column generation.fed is 'Whether readers keep it up to date; always so of the live one.';

create table replay (
    id                 bigint      generated always as identity primary key,
    generation         text        not null,
    replaces           text        not null,
    phase              text        not null,
    requested_by       text        not null,
    request_key        text,
    accept_differences boolean     not null,
    attempts           int         not null default 0,
    done               bigint      not null default 0,
    total              bigint      not null,
    percent            int         not null default 0,
    rate               bigint      not null default 0,
    started_at         timestamptz not null default now(),
    finished_at        timestamptz,
    fence              json,
    certificate        json,
    differing          bigint,
    differences        json,
    error              text,
    unique (requested_by, request_key)
);
create unique index replay_one_at_a_time on replay ((true)) where finished_at is null;
comment on table replay is 'Every rebuild of the read models: what it built, how far it is, what it found.';

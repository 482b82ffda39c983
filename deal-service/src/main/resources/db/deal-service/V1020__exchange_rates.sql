-- What currencies are worth in the base currency, from a day on. A row is never changed: a close records the version by
-- which it was rated.
create table exchange_rate_table (
    version    integer     not null primary key check (version > 0),
    definition json        not null,
    created_by text        not null,
    created_at timestamptz not null default clock_timestamp()
);

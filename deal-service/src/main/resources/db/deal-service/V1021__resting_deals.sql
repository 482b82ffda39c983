-- Deals on hold and recycled leads, until the day on which they go on by themselves. Written in the commit of the fact;
-- a row whose deal went on before its day is found out, and deleted, when its day comes.
create table resting_deal (
    deal_id text        not null primary key,
    state   text        not null check (state in ('OnHold', 'Nurturing')),
    due_at  timestamptz not null
);
create index resting_deal_by_due on resting_deal (due_at);

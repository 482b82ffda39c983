-- What happens to a deal when its time is over: of each kind the next. Written in the commit of the fact that changed
-- it; the deal's own stream is the record.
create table deal_deadline (
    deal     text        not null,
    kind     text        not null,
    due_at   timestamptz not null,
    failures integer     not null default 0,
    constraint deal_deadline_once primary key (deal, kind)
);
create index deal_deadline_next on deal_deadline (failures, due_at);

-- What was answered under an Idempotency-Key, written in the commit of what it did.
create table idempotent_answer (
    scope          text        not null,
    key            text        not null,
    request_digest text        not null,
    status         integer     not null,
    answer         text        not null,
    created_at     timestamptz not null default clock_timestamp(),
    constraint idempotent_answer_once primary key (scope, key)
);

create index idempotent_answer_by_age on idempotent_answer (created_at);

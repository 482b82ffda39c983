-- The log: positions are dense and appear in commit order, since every append numbers its events from the last
-- position + 1 while it holds the log's lock. No identity column: a rollback would leave a gap.
create table event (
    position    bigint      not null,
    event_id    uuid        not null,
    stream_id   text        not null,
    sequence    bigint      not null check (sequence >= 0),
    type        text        not null,
    payload     text        not null, -- as written: jsonb would reorder keys under the digest
    metadata    text        not null, -- a JSON object from string to string, as written
    occurred_at timestamptz not null,
    recorded_at timestamptz not null, -- when this store took it; never decreases along the log
    source      text        not null,
    constraint event_position_once primary key (position),
    constraint event_id_once unique (event_id),
    constraint event_stream_sequence_once unique (stream_id, sequence)
);

create index event_recorded_at on event (recorded_at);

-- One row per commit: hash = sha256(previous_hash || digest), so that no event can be changed, added or taken away
-- without every later hash telling.
create table event_commit (
    first_position bigint      not null,
    last_position  bigint      not null,
    digest         bytea       not null,
    previous_hash  bytea       not null,
    hash           bytea       not null,
    committed_at   timestamptz not null,
    constraint event_commit_first_position_once primary key (first_position),
    constraint event_commit_last_position_once unique (last_position),
    constraint event_commit_follows_once unique (previous_hash),
    constraint event_commit_not_empty check (first_position >= 1 and last_position >= first_position)
);

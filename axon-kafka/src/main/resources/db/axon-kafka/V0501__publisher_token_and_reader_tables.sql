create table publisher_token (
    name     text   primary key,
    position bigint not null check (position >= 0)
);
comment on table publisher_token is 'How far each publisher has sent the event log; it moves only after Kafka has acknowledged.';

create table reader_offset (
    reader      text   not null,
    topic       text   not null,
    partition   int    not null,
    next_offset bigint not null check (next_offset >= 0),
    primary key (reader, topic, partition)
);
comment on table reader_offset is 'The next Kafka offset of each reader, moved in the transaction of the rows made from what was read.';

create table reader_subject (
    reader        text   not null,
    source        text   not null,
    subject       text   not null,
    last_sequence bigint not null check (last_sequence >= 0),
    primary key (reader, source, subject)
);
comment on table reader_subject is 'The last event applied of each (source, subject): its successor is applied, an older one skipped.';

create table reader_parked (
    reader        text        not null,
    source        text        not null,
    subject       text        not null,
    sequence      bigint      not null,
    topic         text        not null,
    partition     int         not null,
    record_offset bigint      not null,
    record_key    bytea,
    header_names  text[]      not null,
    header_values bytea[]     not null,
    value         bytea,
    parked_at     timestamptz not null default now(),
    primary key (reader, source, subject, sequence)
);
comment on table reader_parked is 'Events whose predecessor has not been applied yet; they wait for that subject alone.';

create table reader_dead_letter (
    id              bigint      generated always as identity primary key,
    reader          text        not null,
    source          text,
    subject         text,
    sequence        bigint,
    event_id        text,
    type            text,
    topic           text        not null,
    partition       int         not null,
    record_offset   bigint      not null,
    record_key      bytea,
    header_names    text[]      not null,
    header_values   bytea[]     not null,
    value           bytea,
    error           text        not null,
    attempts        int         not null default 1,
    failed_at       timestamptz not null default now(),
    retry_requested boolean     not null default false,
    constraint reader_dead_letter_record_once unique (reader, topic, partition, record_offset)
);
create unique index reader_dead_letter_event_once on reader_dead_letter (reader, source, subject, sequence);
create index reader_dead_letter_retry on reader_dead_letter (reader, topic, partition) where retry_requested;
comment on table reader_dead_letter is 'Records that could not be applied, with the error; later events of the same subject wait in reader_parked.';

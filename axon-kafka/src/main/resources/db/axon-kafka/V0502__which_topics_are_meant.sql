-- Kafka gives a topic an id of its own: deleted and made again it is another topic, whose offsets mean other records.
alter table reader_offset add column topic_id text;
comment on column reader_offset.topic_id is 'The topic that next_offset speaks of; another id means a new topic, which is read from its beginning.';

create table publisher_topic (
    name     text not null,
    topic    text not null,
    topic_id text not null,
    primary key (name, topic)
);
comment on table publisher_topic is 'The topics that a publisher''s token speaks of; it sends nothing to others before they have been filled again.';

create table republication (
    name     text   primary key,
    state    text   not null check (state in ('HELD', 'SENDING', 'SENT')),
    position bigint not null default 0 check (position >= 0)
);
comment on table republication is 'While the topics are being filled again: the publisher of this name stands still, and this is how far it is.';

create table republication_topic (
    name     text not null,
    topic    text not null,
    topic_id text not null,
    primary key (name, topic)
);
comment on table republication_topic is 'The topics that are being filled again; position speaks of these.';

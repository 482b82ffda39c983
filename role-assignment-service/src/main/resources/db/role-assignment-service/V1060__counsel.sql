-- What people tell each other, written in the commit of the facts.
create table feedback (
    feedback   text        not null,
    role       text        not null, -- of whoever it is for
    member     text        not null,
    about      text        not null, -- id of the event that it is tied to
    about_type text        not null,
    deal       text,
    kind       text        not null,
    text       text        not null,
    given_by   text        not null,
    given_at   timestamptz not null,
    constraint feedback_once primary key (feedback)
);

create index feedback_by_member on feedback (member, given_at desc, feedback);
create index feedback_by_manager on feedback (given_by, given_at desc, feedback);

create table market_note (
    note         text        not null,
    version      integer     not null check (version >= 1),
    specialist   text        not null,
    title        text        not null,
    text         text        not null,
    products     text[]      not null, -- empty: every product
    territories  text[]      not null, -- empty: everywhere
    published_at timestamptz not null,
    constraint market_note_once primary key (note, version)
);

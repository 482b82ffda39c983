-- What people owe deals that they do not hold: plans, approvals, advice and answers that they were asked for, and what a
-- manager has to see to. Written in the commit that takes the facts in.
create table owed (
    deal     text        not null,
    what     text        not null, -- PLAN/1, APPROVAL/1, ADVICE/1, QUESTION/1, LATE/ and what is; HOLD while it rests
    member   text, -- none: any specialist; empty: nobody
    asked_by text,
    about    text,
    due_at   timestamptz,
    since    timestamptz not null,
    constraint owed_once primary key (deal, what)
);
create index owed_by_member on owed (member, due_at);

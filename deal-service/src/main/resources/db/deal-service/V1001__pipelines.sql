-- The rules of deals. A row is never changed: a deal keeps the version that it began with.
create table pipeline (
    name       text        not null,
    version    integer     not null check (version > 0),
    definition json        not null,
    created_at timestamptz not null default clock_timestamp(),
    constraint pipeline_once primary key (name, version)
);

insert into pipeline (name, version, definition) values
    ('standard', 1, '{"required": ["lead-found", "lead-qualified", "negotiated", "closed", "handed-to-support"], "criteria": ["budget", "authority", "need", "timing"], "steward": "steward", "clockSkew": "PT5M", "parkedTimeToLive": "P7D"}'),
    ('milestones', 1, '{"required": ["lead-found", "closed"], "criteria": [], "steward": "steward", "clockSkew": "PT5M", "parkedTimeToLive": "P7D"}');

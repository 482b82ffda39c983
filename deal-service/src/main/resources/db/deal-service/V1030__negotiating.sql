-- Price lists, as pipelines are kept: a row is never changed, an offer keeps the version that it was made from.
create table price_list (
    name       text        not null,
    version    integer     not null check (version > 0),
    definition json        not null,
    created_at timestamptz not null default clock_timestamp(),
    created_by text        not null,
    constraint price_list_once primary key (name, version)
);

-- Who published a version; absent for what came with the service.
alter table pipeline add column created_by text;

-- What people are asked about deals. Written as a whole for each deal in the commit of the fact; what another system
-- reports leaves a row behind until it is due, and then it is found out.
create table open_request (
    deal_id   text        not null,
    kind      text        not null check (kind in ('PLAN', 'APPROVAL', 'ADVICE', 'QUESTION')),
    number    integer     not null check (number > 0),
    asked_by  text        not null,
    asked     text,
    matter    text,
    due_at    timestamptz not null,
    escalates boolean     not null,
    constraint open_request_once primary key (deal_id, kind, number)
);
create index open_request_by_due on open_request (due_at) where escalates;
create index open_request_by_asked on open_request (asked, due_at);

-- The first version of `standard` that asks for offers, plan, approval and package. Deals that began before keep theirs.
insert into pipeline (name, version, definition)
select 'standard', max(version) + 1, '{"required": ["lead-found", "lead-qualified", "negotiated", "closed", "handed-to-support"], "criteria": ["budget", "authority", "need", "timing"], "steward": "steward", "clockSkew": "PT5M", "parkedTimeToLive": "P7D", "limits": {"holdDays": 92, "nurtureDays": 366, "zone": "UTC"}, "handover": ["summary", "commitments", "contact"], "terms": {"priceList": "standard", "offerRequired": true, "plan": {"required": true, "drafters": []}, "approval": {"discountAuthority": 10.00, "marginFloor": 20.00}, "answerWithin": {"PLAN": "PT16H", "APPROVAL": "PT8H", "ADVICE": "PT8H", "QUESTION": "PT8H"}}}'::json
from pipeline where name = 'standard';

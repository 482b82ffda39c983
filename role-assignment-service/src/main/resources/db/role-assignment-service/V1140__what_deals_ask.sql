-- What a deal asks of whoever holds it, where it is not as usual or will not be: what the queue is woken by. Written in
-- the commit that takes the facts in.
create table deal_effort (
    deal      text    not null,
    recycled  boolean not null, -- the lead rests until its return date
    onboarded boolean not null, -- the customer has been brought into use
    cases     text[]  not null, -- those that are open
    demand    text    not null, -- NURTURING, ONBOARDED, or USUAL
    fact      uuid    not null, -- the event by which it came to be so
    constraint deal_effort_once primary key (deal)
);

-- Of the facts that were taken in before.
with told as (
    select substr(stream_id, length('deal/') + 1) as deal, position, event_id, type, payload
    from event
    where stream_id like 'deal/%' and type in (
        'baton.deal.lead-recycled.v1', 'baton.deal.nurture-due.v1', 'baton.deal.lead-qualified.v1',
        'baton.deal.negotiated.v1', 'baton.deal.closed.v1', 'baton.deal.onboarding-completed.v1',
        'baton.deal.case-opened.v1', 'baton.deal.case-resolved.v1', 'baton.deal.lead-returned.v1',
        'baton.deal.deal-reopened.v1', 'baton.deal.close-reversed.v1', 'baton.deal.service-ended.v1',
        'baton.deal.deal-merged.v1', 'baton.deal.lead-disqualified.v1')
), since as (
    -- what was told before counts no more
    select deal, coalesce(max(position) filter (where type in (
               'baton.deal.lead-recycled.v1', 'baton.deal.lead-returned.v1', 'baton.deal.deal-reopened.v1',
               'baton.deal.close-reversed.v1', 'baton.deal.service-ended.v1', 'baton.deal.deal-merged.v1',
               'baton.deal.lead-disqualified.v1')), 0) as position
    from told group by deal
), last as (
    select distinct on (deal) deal, type, event_id from told order by deal, position desc
), ticket as (
    select distinct on (told.deal, told.payload::json ->> 'ticket')
           told.deal, told.payload::json ->> 'ticket' as name, told.type
    from told join since on since.deal = told.deal and told.position > since.position
    where told.type in ('baton.deal.case-opened.v1', 'baton.deal.case-resolved.v1')
    order by told.deal, told.payload::json ->> 'ticket', told.position desc
), opened as (
    select deal, array_agg(name order by name) as cases
    from ticket where type = 'baton.deal.case-opened.v1' group by deal
), used as (
    select told.deal from told join since on since.deal = told.deal and told.position > since.position
    where told.type = 'baton.deal.onboarding-completed.v1' group by told.deal
), effort as (
    select last.deal, last.event_id, last.type = 'baton.deal.lead-recycled.v1' as recycled,
           used.deal is not null as onboarded, coalesce(opened.cases, '{}') as cases
    from last left join used on used.deal = last.deal left join opened on opened.deal = last.deal
)
insert into deal_effort (deal, recycled, onboarded, cases, demand, fact)
select deal, recycled, onboarded, cases,
       case when recycled then 'NURTURING' when onboarded and cases = '{}' then 'ONBOARDED' else 'USUAL' end, event_id
from effort
where recycled or onboarded or cases <> '{}';

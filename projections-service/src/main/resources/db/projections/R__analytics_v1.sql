-- What analysts and the service's own queries read: views, documented, pointing to the live generation.
-- ${generation} is the live one; running this again with another repoints them all. A replay's swap takes the
-- views from here too, replacing instead of
-- creating: a view's text has no semicolon but its last.
lock table generation in share mode;
do $$
begin
    if not exists (select from generation where live and name = '${generation}') then
        raise exception '${generation} is no longer the live generation; start again';
    end if;
end
$$;
create temporary table reader_of_analytics on commit drop as
select distinct grantee::text as name
from information_schema.role_table_grants
where table_schema = 'analytics' and grantee not in (current_user, 'PUBLIC');
drop schema if exists analytics cascade;
create schema analytics;
comment on schema analytics is
    'Baton''s read models, version 1. Within a version, views and columns are only added. Times are UTC instants; '
    'amounts are in the currency''s own unit and are never added up across currencies.';

create view analytics.deal_current as
select d.deal_id, d.title, d.state, d.state in ('PROSPECTING', 'QUALIFIED', 'NEGOTIATING', 'AGREED') as open,
       d.state_since, d.attempt, d.value, d.currency,
       d.holder_role, d.holder_member, m.name as holder_name, d.epoch,
       d.customer_id, d.customer_name, d.territory, d.product, d.channel, d.need, d.pipeline, d.pipeline_version,
       d.origin, d.found_at, d.found_estimated, d.qualified_at, d.agreed_at, d.closed_at, d.handed_at,
       (coalesce(d.closed_at, now()) at time zone 'UTC')::date - (d.found_at at time zone 'UTC')::date as age_days,
       d.reason, d.competitor, d.version, d.events, d.last_occurred_at, d.last_recorded_at,
       d.next_step, d.next_step_due, d.expected_close, d.forecast_category, d.rests_until, d.last_interaction_at,
       d.merged_into, d.call_close, d.call_category, d.call_value, d.call_currency, d.call_at, d.call_adjusted_by
from ${generation}.deal_current d
left join ${generation}.member m on m.role = d.holder_role and m.member = d.holder_member;

-- Told by when Baton stored it. Two clocks may disagree and one may step back: an event is told behind what its
-- service said before it, and behind its cause. Whichever came first, the same events are told in the same order.
create view analytics.deal_timeline as
with told as (
    select t.*, c.type as cause_type,
           max(greatest(t.recorded_at, c.recorded_at + interval '1 microsecond'))
               over (partition by t.deal_id, t.source order by t.sequence) as told_at
    from ${generation}.deal_timeline t
    left join ${generation}.deal_timeline c on c.deal_id = t.deal_id and c.event_id = t.causation_id
)
select deal_id, row_number() over (partition by deal_id order by told_at, source, sequence)::int as ordinal,
       type, occurred_at, recorded_at, actor, event_id, source, sequence,
       causation_id, cause_type, correlation_id, origin_source, origin_id, data
from told;

create view analytics.stage_visit as
select v.deal_id, v.visit, v.attempt, v.stage, v.entered_at, v.left_at, v.entered_recorded_at, v.left_recorded_at,
       greatest(extract(epoch from v.left_at - v.entered_at), 0)::bigint as calendar_seconds,
       h.holder_role, h.holder_member
from ${generation}.stage_visit v
left join lateral (
    select r.holder_role, r.holder_member
    from ${generation}.responsibility_interval r
    where r.deal_id = v.deal_id and (r.from_at < v.left_at or v.left_at is null or r.from_at <= v.entered_at)
    order by (v.left_at is null or r.from_at < v.left_at) desc,
             case when v.left_at is null or r.from_at < v.left_at then -r.epoch else r.epoch end
    limit 1
) h on true;

create view analytics.responsibility_interval as
select r.deal_id, r.epoch, r.holder_role, r.holder_member, m.name as holder_name, r.from_at, r.to_at, r.cause,
       r.acceptance, r.forced_by, r.credit_role, r.credit_member, r.offer, r.end_cause, r.asked_at, r.asked_recorded_at, r.from_recorded_at,
       r.to_recorded_at,
       round(extract(epoch from r.from_recorded_at - r.asked_recorded_at), 3) as wait_seconds,
       round(extract(epoch from r.from_at - r.asked_at), 3) as effective_wait_seconds
from ${generation}.responsibility_interval r
left join ${generation}.member m on m.role = r.holder_role and m.member = r.holder_member;

create view analytics.assignment_decision as
select a.deal_id, a.event_id, a.role, a.policy, a.policy_version, a.chosen, a.requested_member, a.requested_granted,
       a.requested_reason, a.candidates, a.decided_at, a.decided_recorded_at
from ${generation}.assignment_decision a;

create view analytics.offer as
select o.deal_id, o.offer, o.role, o.member, o.epoch, o.made_at, o.made_recorded_at, o.answer, o.answer_reason,
       o.answered_at, o.answered_recorded_at
from ${generation}.offer o;

create view analytics.waiting_assignment as
select w.deal_id, d.title, w.role, coalesce(w.territory, d.territory) as territory, w.reason, w.since_at,
       w.since_recorded_at, w.woken
from ${generation}.waiting_assignment w
join ${generation}.deal_current d using (deal_id)
where w.left_by is null;

-- Credited is the last holding that had taken effect by the close, whenever the log told it; support, which begins at
-- that very moment, never closes a deal. Whoever stood in for somebody who was away did so for their credit.
create view analytics.close_attempt as
select c.deal_id, c.attempt, c.outcome, c.closed_at, c.closed_recorded_at,
       date_trunc('month', c.closed_at at time zone 'UTC')::date as month,
       c.value, c.currency, c.territory, c.product,
       coalesce(r.credit_role, r.holder_role) as credit_role,
       coalesce(r.credit_member, r.holder_member) as credit_member, m.name as credit_name,
       c.reason, c.competitor, c.found_at, c.qualified_at,
       (c.closed_at at time zone 'UTC')::date - (c.found_at at time zone 'UTC')::date as cycle_days,
       (c.closed_at at time zone 'UTC')::date - (c.qualified_at at time zone 'UTC')::date as qualified_cycle_days,
       c.base_currency, c.rate, c.rate_version, c.base_value
from ${generation}.deal_close c
left join ${generation}.responsibility_interval r on r.deal_id = c.deal_id and r.epoch = (
    select h.epoch
    from ${generation}.responsibility_interval h
    where h.deal_id = c.deal_id and h.holder_role <> 'CUSTOMER_SUPPORT_REPRESENTATIVE'
      and (h.from_at <= c.closed_at or h.epoch = 0)
    order by h.epoch desc
    limit 1
)
left join ${generation}.member m on m.role = coalesce(r.credit_role, r.holder_role)
    and m.member = coalesce(r.credit_member, r.holder_member)
where c.outcome is not null;

-- The latest unreversed close of each deal: a deal that was lost, reopened and won counts once, as won.
create view analytics.close as
select c.*
from analytics.close_attempt c
where not exists (
    select from ${generation}.deal_close later
    where later.deal_id = c.deal_id and later.attempt > c.attempt and later.outcome is not null
);

create view analytics.pipeline as
select state, open, currency, count(*) as deals, sum(value) as value
from analytics.deal_current
group by state, open, currency;

create view analytics.funnel_entry as
with visited as (
    select deal_id, attempt,
           min(entered_at) filter (where stage = 'PROSPECTING') as prospecting,
           min(entered_at) filter (where stage = 'QUALIFIED') as qualified,
           min(entered_at) filter (where stage = 'NEGOTIATING') as negotiating,
           min(entered_at) filter (where stage = 'AGREED') as agreed,
           min(entered_at) filter (where stage = 'WON') as won,
           max(stage) filter (where left_at is null) as now_in
    from ${generation}.stage_visit
    group by deal_id, attempt
), way as (
    select c.deal_id, c.attempt, c.territory, c.product, v.now_in, s.stage, s.rank, s.beyond,
           coalesce(s.entered, case when c.outcome = 'WON' then s.beyond end) as entered_at
    from ${generation}.deal_close c
    join visited v using (deal_id, attempt)
    cross join lateral (
        values ('PROSPECTING', 1, v.prospecting, least(v.qualified, v.negotiating, v.agreed, v.won)),
               ('QUALIFIED', 2, v.qualified, least(v.negotiating, v.agreed, v.won)),
               ('NEGOTIATING', 3, v.negotiating, least(v.agreed, v.won)),
               ('AGREED', 4, v.agreed, v.won),
               ('WON', 5, v.won, null)
    ) s (stage, rank, entered, beyond)
)
select deal_id, attempt, stage, rank, entered_at, date_trunc('month', entered_at at time zone 'UTC')::date as month,
       beyond is not null as reached_next, stage <> 'WON' and coalesce(now_in = stage, false) as still,
       territory, product
from way
where entered_at is not null;

create view analytics.funnel as
select month, stage, rank, count(*) as entered, count(*) filter (where reached_next) as reached_next,
       case when stage <> 'WON'
            then round(count(*) filter (where reached_next)::numeric / count(*), 4) end as conversion,
       bool_or(still) as immature
from analytics.funnel_entry
group by month, stage, rank;

create view analytics.win_loss as
select month, currency,
       count(*) filter (where outcome = 'WON') as won,
       count(*) filter (where outcome = 'LOST') as lost,
       round(count(*) filter (where outcome = 'WON')::numeric / count(*), 4) as win_rate_by_count,
       coalesce(sum(value) filter (where outcome = 'WON'), 0) as won_value,
       coalesce(sum(value) filter (where outcome = 'LOST'), 0) as lost_value,
       round(coalesce(sum(value) filter (where outcome = 'WON'), 0) / nullif(sum(value), 0), 4) as win_rate_by_value
from analytics.close
group by month, currency;

create view analytics.win_loss_base as
select month, base_currency,
       count(*) filter (where outcome = 'WON') as won,
       count(*) filter (where outcome = 'LOST') as lost,
       coalesce(sum(base_value) filter (where outcome = 'WON'), 0) as won_base_value,
       coalesce(sum(base_value) filter (where outcome = 'LOST'), 0) as lost_base_value,
       count(*) filter (where base_value is null) as unrated
from analytics.close
group by month, base_currency;

create view analytics.cycle_time as
with cycle (start, rank, outcome, days) as (
    select 'LEAD_FOUND', 1, outcome, cycle_days from analytics.close
    union all
    select 'LEAD_QUALIFIED', 2, outcome, qualified_cycle_days from analytics.close where qualified_at is not null
), judged as (
    select start, rank, 'ALL' as outcome, days from cycle
    union all
    select start, rank, outcome, days from cycle where outcome = 'WON'
)
select start, outcome, count(*) as deals,
       percentile_disc(0.5) within group (order by days) as median_days,
       percentile_disc(0.9) within group (order by days) as p90_days,
       round(avg(days), 1) as mean_days
from judged
group by start, rank, outcome;

create view analytics.workload as
select m.role, m.member, m.name, m.territories, m.skills, m.languages, m.availability, m.joined_at, m.departed_at,
       m.capacity,
       coalesce(s.used, 0) as used, coalesce(s.reserved, 0) as reserved, coalesce(s.deals, 0) as deals,
       coalesce(s.overrides, 0) as overrides,
       round(coalesce(s.used, 0)::numeric / nullif(m.capacity, 0), 4) as utilisation
from ${generation}.member m
left join lateral (
    select sum(weight) filter (where confirmed_at is not null) as used,
           sum(weight) filter (where confirmed_at is null) as reserved,
           count(*) as deals, count(*) filter (where override) as overrides
    from ${generation}.member_slot h
    where h.stream_id = m.stream_id and h.released_at is null
) s on true;

create view analytics.workload_day as
with intake as (
    select holder_role as role, holder_member as member, (from_at at time zone 'UTC')::date as day,
           1 as intake, 0 as declines
    from ${generation}.responsibility_interval
    union all
    select role, member, (answered_at at time zone 'UTC')::date, 0, 1
    from ${generation}.offer where answer = 'DECLINED'
)
select role, member, day, sum(intake) as intake, sum(declines) as declines
from intake
group by role, member, day;

create view analytics.support_deal as
select s.deal_id, s.customer_id, s.customer_name, s.found_at, s.origin_deal, s.origin_kind, s.raised_by, s.won_at,
       s.handed_at, s.onboarding_started_at, s.onboarded_at, s.scores, s.score_sum, s.satisfied, s.last_score,
       s.renewal_on, s.ended_at, s.service_outcome, s.end_reason
from ${generation}.support_deal s;

create view analytics.commitment as
select c.deal_id, c.commitment, c.what, c.promised_at, c.due_at, c.fulfilled_at, c.breached_at, c.voided_at
from ${generation}.commitment c;

create view analytics.support_case as
select c.deal_id, c.ticket, c.subject, c.priority, c.opened_at, c.resolved_at
from ${generation}.support_case c;

create view analytics.support_outcome as
with promised as (
    select deal_id,
           count(*) filter (where fulfilled_at is not null and breached_at is null) as kept,
           count(*) filter (where breached_at is not null) as breached,
           count(*) filter (where coalesce(fulfilled_at, breached_at, voided_at) is null) as pending
    from ${generation}.commitment
    group by deal_id
), asked as (
    select deal_id, count(*) as opened, count(*) filter (where resolved_at is null) as unresolved
    from ${generation}.support_case
    group by deal_id
), customer as (
    select s.customer_id,
           (array_agg(s.customer_name order by s.found_at desc, s.deal_id))[1] as customer_name,
           count(*) as deals, count(s.won_at) as wins, count(s.handed_at) as ever_in_support,
           count(*) filter (where s.handed_at is not null and s.ended_at is null) as in_support,
           coalesce(sum(p.kept), 0) as commitments_kept, coalesce(sum(p.breached), 0) as commitments_breached,
           coalesce(sum(p.pending), 0) as commitments_open,
           coalesce(sum(a.opened), 0) as cases_opened,
           coalesce(sum(a.unresolved) filter (where s.handed_at is not null and s.ended_at is null), 0) as cases_open,
           sum(s.scores) as scores, sum(s.score_sum) as score_sum, sum(s.satisfied) as satisfied,
           count(*) filter (where s.service_outcome = 'CHURNED') as churns,
           count(*) filter (where s.service_outcome = 'EXPIRED') as expired,
           count(*) filter (where s.service_outcome = 'RENEWED') as renewed,
           count(s.origin_deal) as leads_from_origin,
           count(*) filter (where s.origin_deal is not null and s.won_at is not null) as wins_from_origin
    from ${generation}.support_deal s
    left join promised p using (deal_id)
    left join asked a using (deal_id)
    where s.customer_id is not null
    group by s.customer_id
)
select customer_id, customer_name, deals, wins, ever_in_support, in_support,
       commitments_kept, commitments_breached, commitments_open,
       round(commitments_kept / nullif(commitments_kept + commitments_breached, 0), 4) as commitments_kept_rate,
       cases_opened, cases_open, scores, score_sum, satisfied,
       round(score_sum::numeric / nullif(scores, 0), 2) as satisfaction,
       round(satisfied::numeric / nullif(scores, 0), 4) as satisfied_share,
       churns > 0 and in_support = 0 as churned, expired, renewed, leads_from_origin, wins_from_origin
from customer;

-- Every column has a meaning; '*' gives the meaning of a name wherever it occurs.
do $$
declare
    described record;
    missing text;
begin
    create temporary table meaning (view_name text, column_name text, meaning text) on commit drop;
    insert into meaning values
    ('deal_current', '', 'One row per deal: where it stands now.'),
    ('deal_timeline', '', 'One row per event of a deal: everything that happened.'),
    ('stage_visit', '', 'One row per deal and stay in a state.'),
    ('responsibility_interval', '', 'One row per deal and holding: who was accountable from when to when.'),
    ('assignment_decision', '', 'One row per decision of routing, with everybody considered.'),
    ('offer', '', 'One row per offer of the baton to a person.'),
    ('waiting_assignment', '', 'One row per deal and role for which nobody can be found now.'),
    ('close', '', 'One row per closed deal, its latest unreversed close: the base of win_loss and cycle_time. Disqualified leads are not closed.'),
    ('close_attempt', '', 'One row per closed attempt at a deal: every unreversed close, also of a deal that was reopened.'),
    ('win_loss_base', '', 'Wins and losses by month of the close, in the base currency at the rates of the closes.'),
    ('pipeline', '', 'Deals and their value by state and currency.'),
    ('funnel_entry', '', 'One row per deal, attempt and stage that it entered; a won deal entered every stage, one that it skipped at the moment of the next.'),
    ('funnel', '', 'Conversion by month of entry and stage.'),
    ('win_loss', '', 'Wins and losses by month of the close and currency.'),
    ('cycle_time', '', 'Days from the lead to the close; median and p90 by nearest rank.'),
    ('workload', '', 'One row per person and role: what they carry now against what they can.'),
    ('workload_day', '', 'One row per person, role and day on which they took over or declined a deal.'),
    ('support_deal', '', 'One row per deal as support sees it: where it came from, and what became of it after it was won.'),
    ('commitment', '', 'One row per promise to a customer.'),
    ('support_case', '', 'One row per problem that a customer had.'),
    ('support_outcome', '', 'One row per customer: promises kept, satisfaction, churn and business that came back.'),
    ('*', 'deal_id', 'The deal.'),
    ('*', 'title', 'What the deal is called.'),
    ('*', 'state', 'PROSPECTING, QUALIFIED, NEGOTIATING, AGREED, ON_HOLD, NURTURING, WON, IN_SUPPORT, ENDED, LOST, DISQUALIFIED or MERGED.'),
    ('*', 'open', 'Whether the state is one of PROSPECTING to AGREED.'),
    ('*', 'state_since', 'When it entered the state (occurredAt).'),
    ('*', 'attempt', 'How often the deal has been on its way: 1 until it is reopened.'),
    ('*', 'value', 'The last known value, in the currency''s own unit.'),
    ('*', 'currency', 'ISO 4217 code; null where nobody has said what the deal is worth.'),
    ('*', 'holder_role', 'The role in which the holder is accountable.'),
    ('*', 'holder_member', 'The member id of the accountable holder.'),
    ('*', 'holder_name', 'The holder''s name as it is now.'),
    ('deal_current', 'holder_member', 'The member id of the accountable holder; null once the carried deal has ended.'),
    ('stage_visit', 'holder_role', 'The role of the last holder before the visit ended.'),
    ('stage_visit', 'holder_member', 'Who held the deal last before the visit ended; in a visit without length, who held it at entry.'),
    ('*', 'epoch', 'The number of the holding, from 0; it only grows.'),
    ('*', 'customer_id', 'The customer, as the outside system knows it.'),
    ('*', 'customer_name', 'The customer''s name.'),
    ('*', 'territory', 'Where the deal belongs.'),
    ('waiting_assignment', 'territory', 'Where somebody is missing.'),
    ('*', 'product', 'What is sold.'),
    ('*', 'channel', 'How the lead came in.'),
    ('*', 'need', 'What the customer needs.'),
    ('*', 'pipeline', 'The pipeline whose rules the deal follows.'),
    ('*', 'pipeline_version', 'The pipeline''s version that held when the lead was found.'),
    ('*', 'origin', 'The outside system that reported the lead; null when a person entered it.'),
    ('*', 'found_at', 'When the lead was found (occurredAt).'),
    ('*', 'found_estimated', 'Whether the reporting system did not know that moment and said so.'),
    ('*', 'qualified_at', 'When it was qualified (occurredAt).'),
    ('*', 'agreed_at', 'When the terms were agreed (occurredAt).'),
    ('*', 'closed_at', 'When it was won or lost (occurredAt).'),
    ('*', 'closed_recorded_at', 'When Baton stored the close.'),
    ('*', 'handed_at', 'When support had it (occurredAt).'),
    ('*', 'age_days', 'Calendar days (UTC) from the lead to the close, or to now.'),
    ('*', 'reason', 'Why it was lost or disqualified; NOT_RECORDED when nobody wrote it down.'),
    ('waiting_assignment', 'reason', 'Why nobody can take it, as of the last try.'),
    ('*', 'competitor', 'Who won instead, if known.'),
    ('*', 'next_step', 'What is to be done next.'),
    ('*', 'next_step_due', 'By which day.'),
    ('*', 'expected_close', 'When the holder expects the close.'),
    ('*', 'forecast_category', 'PIPELINE, BEST_CASE, COMMIT or OMITTED: how sure the holder is.'),
    ('*', 'call_close', 'The expected close of the forecast that the holder submitted last, as a manager adjusted it.'),
    ('*', 'call_category', 'Its category: PIPELINE, BEST_CASE, COMMIT or OMITTED.'),
    ('*', 'call_value', 'Its value.'),
    ('*', 'call_currency', 'Its currency (ISO 4217).'),
    ('*', 'call_at', 'When it was submitted, or adjusted (occurredAt).'),
    ('*', 'call_adjusted_by', 'The manager who adjusted it; null while it stands as submitted.'),
    ('*', 'rests_until', 'The day on which a deal on hold, or a recycled lead, goes on by itself; null while it does not rest.'),
    ('*', 'last_interaction_at', 'When somebody last spoke with the customer (occurredAt).'),
    ('*', 'merged_into', 'The deal as part of which this one goes on.'),
    ('*', 'version', 'The deal''s own sequence number.'),
    ('*', 'events', 'How many events of both services are in this row.'),
    ('*', 'last_occurred_at', 'The latest occurredAt of them.'),
    ('*', 'last_recorded_at', 'When Baton stored the latest of them.'),
    ('*', 'ordinal', 'The place in the deal''s story, from 1: by when Baton stored it, and behind its cause.'),
    ('*', 'type', 'The event''s wire name with its version.'),
    ('*', 'occurred_at', 'When it happened.'),
    ('*', 'recorded_at', 'When Baton stored it.'),
    ('*', 'actor', 'Who did it: a member''s or a client''s id.'),
    ('*', 'event_id', 'The event''s identity.'),
    ('*', 'source', 'The service that made the event.'),
    ('*', 'sequence', 'Dense per source and deal, from 0.'),
    ('*', 'causation_id', 'The event that brought it about.'),
    ('*', 'cause_type', 'The wire name of that event, when it is in the same deal.'),
    ('*', 'correlation_id', 'The first event of that chain.'),
    ('*', 'origin_source', 'The outside system''s own source, when it came from outside.'),
    ('*', 'origin_id', 'The outside system''s own id of the event.'),
    ('*', 'data', 'The payload as it was written.'),
    ('*', 'visit', 'Counted per deal, from 1.'),
    ('*', 'stage', 'The state that was entered.'),
    ('*', 'entered_at', 'When it was entered (occurredAt).'),
    ('*', 'left_at', 'When it was left (occurredAt); null while the deal is there.'),
    ('*', 'entered_recorded_at', 'When Baton stored the entry.'),
    ('*', 'left_recorded_at', 'When Baton stored the leaving.'),
    ('*', 'calendar_seconds', 'Calendar time in the state, in seconds; null while the deal is there.'),
    ('*', 'from_at', 'When accountability began: its effective time (occurredAt).'),
    ('*', 'to_at', 'When it ended (occurredAt); null while it lasts.'),
    ('*', 'cause', 'The stage fact that asked for the hand-off; null for the first holding.'),
    ('*', 'acceptance', 'PERSON, POLICY or FORCED; null for the first holding.'),
    ('*', 'forced_by', 'Who decided over the new holder''s head; null unless FORCED.'),
    ('*', 'offer', 'The id of the offer.'),
    ('*', 'end_cause', 'Why the carried deal ended with this holding; null when somebody took over.'),
    ('*', 'asked_at', 'occurredAt of the stage fact that asked for the hand-off.'),
    ('*', 'asked_recorded_at', 'When Baton stored that fact.'),
    ('*', 'from_recorded_at', 'When Baton stored the beginning of the holding.'),
    ('*', 'to_recorded_at', 'When Baton stored its end.'),
    ('*', 'wait_seconds', 'From storing the stage fact that asked to storing the transfer, in seconds: how long the hand-off took since Baton knew.'),
    ('*', 'effective_wait_seconds', 'The same between the two facts'' own times (occurredAt).'),
    ('*', 'role', 'One of the five roles.'),
    ('*', 'policy', 'The routing policy''s name.'),
    ('*', 'policy_version', 'The version that decided.'),
    ('*', 'chosen', 'The member who gets the offer; null when nobody could take it.'),
    ('*', 'requested_member', 'Whom the outside system or a person asked for.'),
    ('*', 'requested_granted', 'Whether that was granted.'),
    ('*', 'requested_reason', 'Why not.'),
    ('*', 'candidates', 'Everybody considered, in the order of preference, with score and reasons (JSON).'),
    ('*', 'decided_at', 'When it was decided (occurredAt).'),
    ('*', 'decided_recorded_at', 'When Baton stored the decision.'),
    ('*', 'member', 'The member id.'),
    ('*', 'made_at', 'When the offer was made (occurredAt).'),
    ('*', 'made_recorded_at', 'When Baton stored the offer.'),
    ('*', 'answer', 'ACCEPTED, DECLINED, EXPIRED or CANCELLED; null while it stands.'),
    ('*', 'answer_reason', 'How it was accepted, or why it was declined or cancelled.'),
    ('*', 'answered_at', 'When it was answered (occurredAt).'),
    ('*', 'answered_recorded_at', 'When Baton stored the answer.'),
    ('*', 'since_at', 'Since when it waits (occurredAt).'),
    ('*', 'since_recorded_at', 'Since when it waits, by Baton''s clock.'),
    ('*', 'woken', 'How often it has been decided again since.'),
    ('*', 'outcome', 'WON or LOST.'),
    ('cycle_time', 'outcome', 'WON: won deals alone; ALL: won and lost.'),
    ('close', 'value', 'The value at the close; a lost deal counts at its last known one.'),
    ('close_attempt', 'value', 'The value at the close; a lost deal counts at its last known one.'),
    ('*', 'base_currency', 'The currency in which totals are given; null while no table of rates knew the value''s currency at the close.'),
    ('*', 'rate', 'Units of the base currency for one unit of the value''s, at the close.'),
    ('*', 'rate_version', 'The version of the table of rates that said so.'),
    ('*', 'base_value', 'value x rate, rounded half-even to the decimals of the base currency.'),
    ('*', 'won_base_value', 'The value of the deals won, in the base currency.'),
    ('*', 'lost_base_value', 'The last known value of the deals lost, in the base currency.'),
    ('*', 'unrated', 'Closed deals without a value in the base currency; the totals leave them out.'),
    ('*', 'month', 'The first day of the month of the close (UTC).'),
    ('funnel', 'month', 'The first day of the month of entry (UTC).'),
    ('funnel_entry', 'month', 'The first day of the month of entry (UTC).'),
    ('*', 'credit_role', 'The role of the person who is credited.'),
    ('*', 'credit_member', 'Who held the deal at the moment of the close (occurredAt), not who holds it today; of who stood in for somebody, that somebody.'),
    ('responsibility_interval', 'credit_role', 'The role of whoever keeps the credit while the holder stands in for them.'),
    ('responsibility_interval', 'credit_member', 'Who keeps the credit while the holder stands in for them; empty when it is the holder''s own.'),
    ('*', 'credit_name', 'That person''s name as it is now.'),
    ('*', 'cycle_days', 'Calendar days (UTC) from the lead to the close.'),
    ('*', 'qualified_cycle_days', 'Calendar days (UTC) from the qualification to the close.'),
    ('*', 'deals', 'How many deals.'),
    ('workload', 'deals', 'How many deals have a place with this person now.'),
    ('pipeline', 'value', 'The sum of their last known values.'),
    ('*', 'rank', 'The order of the stages, from 1.'),
    ('*', 'entered', 'Deals that entered the stage in that month.'),
    ('funnel_entry', 'reached_next', 'Whether the deal reached the next stage or one beyond it.'),
    ('*', 'reached_next', 'Those of them that reached the next stage or one beyond it.'),
    ('*', 'still', 'Whether the deal is in that stage now.'),
    ('*', 'conversion', 'reached_next / entered, 0 to 1; null for WON, the last stage.'),
    ('*', 'immature', 'Whether one of them is still in the stage, so that the conversion may rise.'),
    ('*', 'won', 'Deals won.'),
    ('*', 'lost', 'Deals lost.'),
    ('*', 'win_rate_by_count', 'won / (won + lost), 0 to 1.'),
    ('*', 'won_value', 'The value of the deals won.'),
    ('*', 'lost_value', 'The last known value of the deals lost.'),
    ('*', 'win_rate_by_value', 'won_value / (won_value + lost_value), 0 to 1.'),
    ('*', 'start', 'Where the clock starts: LEAD_FOUND or LEAD_QUALIFIED.'),
    ('*', 'median_days', 'The median by nearest rank, in days.'),
    ('*', 'p90_days', 'The 90th percentile by nearest rank, in days.'),
    ('*', 'mean_days', 'The mean, in days.'),
    ('*', 'name', 'The person''s name as it is now.'),
    ('*', 'territories', 'Where the person works (JSON); empty means everywhere.'),
    ('*', 'skills', 'What the person can do (JSON).'),
    ('*', 'languages', 'What the person speaks (JSON).'),
    ('*', 'availability', 'AVAILABLE or ABSENT.'),
    ('*', 'joined_at', 'When the person joined in this role.'),
    ('*', 'departed_at', 'When the person left; null while they are there.'),
    ('*', 'capacity', 'The weight that the person can carry in this role.'),
    ('*', 'used', 'The weight of the deals that have arrived.'),
    ('*', 'reserved', 'The weight of the deals that are on their way.'),
    ('*', 'overrides', 'Places taken above capacity, by a steward or because a manager said so.'),
    ('*', 'utilisation', 'used / capacity; may pass 1 after the capacity was lowered.'),
    ('*', 'day', 'The day (UTC).'),
    ('*', 'intake', 'Deals for which the person became accountable on that day.'),
    ('*', 'declines', 'Offers that the person declined on that day.'),
    ('*', 'origin_deal', 'The earlier deal of the customer that brought this one; null for new business.'),
    ('*', 'origin_kind', 'RENEWAL, UPSELL or WIN_BACK; null for new business.'),
    ('*', 'raised_by', 'The support representative who is credited with the source.'),
    ('*', 'won_at', 'When it was won (occurredAt); null while it is not, or once the close was reversed.'),
    ('support_deal', 'handed_at', 'When support had it (occurredAt); null until then, or once the close was reversed.'),
    ('*', 'onboarding_started_at', 'When onboarding began.'),
    ('*', 'onboarded_at', 'When onboarding was completed.'),
    ('*', 'scores', 'How often the customer said how satisfied they are.'),
    ('*', 'score_sum', 'The sum of those scores, each from 1 to 5.'),
    ('*', 'satisfied', 'How many of those scores were 4 or 5.'),
    ('*', 'last_score', 'The newest score.'),
    ('*', 'renewal_on', 'The day on which the contract is to be renewed.'),
    ('*', 'ended_at', 'When the service ended.'),
    ('*', 'service_outcome', 'CHURNED, EXPIRED or RENEWED; null while the service goes on.'),
    ('*', 'end_reason', 'Why the service ended.'),
    ('*', 'commitment', 'The promise''s name within the deal.'),
    ('*', 'what', 'What was promised.'),
    ('*', 'promised_at', 'When it was promised (occurredAt).'),
    ('*', 'due_at', 'When its business time is over.'),
    ('*', 'fulfilled_at', 'When it was fulfilled; null until then.'),
    ('*', 'breached_at', 'When it was broken, since its time was over; stays when it is fulfilled late.'),
    ('*', 'voided_at', 'When it was no longer owed, since the service ended before it was kept or broken.'),
    ('*', 'ticket', 'The case''s name within the deal.'),
    ('*', 'subject', 'What the case is about.'),
    ('*', 'priority', 'LOW, NORMAL, HIGH or URGENT.'),
    ('*', 'opened_at', 'When the case was opened.'),
    ('*', 'resolved_at', 'When it was resolved; null until then.'),
    ('*', 'wins', 'The customer''s deals that were won and not reversed.'),
    ('*', 'ever_in_support', 'The customer''s deals that support has or had.'),
    ('*', 'in_support', 'The customer''s deals that support has now.'),
    ('*', 'commitments_kept', 'Promises that were fulfilled in time.'),
    ('*', 'commitments_breached', 'Promises that were not, whether or not they were fulfilled later.'),
    ('*', 'commitments_open', 'Promises whose time is not over.'),
    ('*', 'commitments_kept_rate', 'commitments_kept / (commitments_kept + commitments_breached), 0 to 1.'),
    ('*', 'cases_opened', 'Cases of the customer, whatever became of them.'),
    ('*', 'cases_open', 'Those of them that wait, in deals that support has now.'),
    ('*', 'satisfaction', 'score_sum / scores, 1 to 5.'),
    ('*', 'satisfied_share', 'satisfied / scores, 0 to 1: the customer satisfaction score.'),
    ('*', 'churned', 'Whether a service ended by churn, and support has no deal of the customer now.'),
    ('*', 'expired', 'Services that ran out.'),
    ('*', 'renewed', 'Services that went on in a new deal.'),
    ('*', 'leads_from_origin', 'Deals that an earlier deal of the customer brought.'),
    ('*', 'wins_from_origin', 'Those of them that were won.');

    for described in
        select c.relname, m.meaning from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join meaning m on m.view_name = c.relname and m.column_name = ''
        where n.nspname = 'analytics' and c.relkind = 'v'
    loop
        execute format('comment on view analytics.%I is %L', described.relname, described.meaning || ' (since version 1)');
    end loop;
    for described in
        select distinct on (c.table_name, c.column_name) c.table_name, c.column_name, m.meaning
        from information_schema.columns c
        join meaning m on m.column_name = c.column_name and m.view_name in (c.table_name, '*')
        where c.table_schema = 'analytics'
        order by c.table_name, c.column_name, m.view_name = '*'
    loop
        execute format('comment on column analytics.%I.%I is %L',
                       described.table_name, described.column_name, described.meaning);
    end loop;
    select string_agg(c.relname || '.' || a.attname, ', ') into missing
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where n.nspname = 'analytics' and c.relkind = 'v' and col_description(c.oid, a.attnum) is null;
    if missing is not null then
        raise exception 'analytics columns without a meaning: %', missing;
    end if;
    drop table meaning;
end
$$;

-- Whoever could read before can read now, without a moment in between.
do $$
declare
    reader text;
begin
    for reader in select name from reader_of_analytics loop
        execute format('grant usage on schema analytics to %I', reader);
        execute format('grant select on all tables in schema analytics to %I', reader);
    end loop;
    drop table reader_of_analytics;
end
$$;

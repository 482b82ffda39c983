-- Rows are made of the events and not of the order in which they arrived, so that whoever reads them again, in
-- whatever order the topic has them then, gets the same rows. The views on these columns are made again right after.
drop view if exists analytics.deal_timeline cascade;
drop view if exists analytics.close cascade;
do $$
declare
    it text;
begin
    for it in select name from generation where to_regnamespace(name) is not null loop
        execute format('alter table %I.deal_timeline drop column ordinal', it);
        execute format('alter table %I.deal_timeline add primary key (deal_id, source, sequence)', it);
        execute format('alter table %I.deal_close drop column credit_role, drop column credit_member', it);
        execute format(
            'update %1$I.deal_current d set last_occurred_at = t.occurred_at, last_recorded_at = t.recorded_at
             from (select deal_id, max(occurred_at) as occurred_at, max(recorded_at) as recorded_at
                   from %1$I.deal_timeline group by deal_id) t
             where t.deal_id = d.deal_id', it);
        execute format(
            'update %1$I.responsibility_interval r
             set asked_at = q.asked_at, asked_recorded_at = q.asked_recorded_at
             from %1$I.handoff_request q
             where q.deal_id = r.deal_id and q.cause = r.cause and r.asked_at is null', it);
    end loop;
end
$$;

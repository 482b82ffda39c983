-- What a deal's whole life adds to the rows: what is next, what is expected, how long it rests, and what a close was
-- worth in the base currency. Nothing of it was told before, so that older rows are right as they are, but for
-- agreed_at, which the stage visits tell. The views on these tables are made again right after.
do $$
declare
    it text;
begin
    for it in select name from generation where to_regnamespace(name) is not null loop
        execute format(
            'alter table %I.deal_current
                 add column next_step text, add column next_step_due date, add column expected_close date,
                 add column forecast_category text, add column rests_until date,
                 add column last_interaction_at timestamptz, add column merged_into text', it);
        execute format(
            'alter table %I.deal_close
                 add column agreed_at timestamptz, add column base_currency text, add column rate numeric,
                 add column rate_version int, add column base_value numeric', it);
        execute format(
            'update %1$I.deal_close c set agreed_at = v.entered_at
             from %1$I.stage_visit v
             where v.deal_id = c.deal_id and v.stage = ''AGREED''', it);
    end loop;
end
$$;

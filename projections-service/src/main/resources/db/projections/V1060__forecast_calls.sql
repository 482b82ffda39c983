-- What was submitted of a forecast, as it stands after a manager's adjustment. Nothing of it was told before, so that
-- older rows are right as they are. The views on the table are made again right after.
do $$
declare
    it text;
begin
    for it in select name from generation where to_regnamespace(name) is not null loop
        execute format(
            'alter table %I.deal_current
                 add column call_close date, add column call_category text, add column call_value numeric,
                 add column call_currency text, add column call_at timestamptz, add column call_adjusted_by text', it);
    end loop;
end
$$;

-- Who keeps the credit while the holder stands in for them. The views on the table are made again right after.
do $$
declare
    it text;
begin
    for it in select name from generation where to_regnamespace(name) is not null loop
        execute format('alter table %I.responsibility_interval add column credit_role text', it);
        execute format('alter table %I.responsibility_interval add column credit_member text', it);
    end loop;
end
$$;

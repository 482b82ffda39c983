-- After every migration: a login that uses the log without owning it reads it and adds to it, and no more. Where
-- the service's login is the owner, there is nobody to take anything from.
do $$
declare
    granted record;
begin
    for granted in
        select distinct c.oid::regclass as history, a.grantee::regrole as login
        from pg_class c
        cross join aclexplode(c.relacl) a
        where c.oid in (to_regclass('event'), to_regclass('event_commit'), to_regclass('flyway_schema_history'))
          and a.grantee not in (0, c.relowner)
          and a.privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
    loop
        execute format('revoke update, delete, truncate on %s from %s', granted.history, granted.login);
    end loop;
end
$$;

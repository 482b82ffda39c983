-- Databases and logins, each with the rights that it needs and no others. psql runs it at every start: what is there
-- stays, and passwords become those of the environment.
\getenv deals_owner_password BATON_DEALS_OWNER_PASSWORD
\getenv deals_password BATON_DEALS_PASSWORD
\getenv roles_owner_password BATON_ROLES_OWNER_PASSWORD
\getenv roles_password BATON_ROLES_PASSWORD
\getenv projections_password BATON_PROJECTIONS_PASSWORD
\getenv analyst_password BATON_ANALYST_PASSWORD

select format('create role %I', wanted)
from unnest(array['deals_owner', 'deals', 'roles_owner', 'roles', 'projections', 'analyst']) as wanted
where not exists (select from pg_roles where rolname = wanted) \gexec

alter role deals_owner login nosuperuser nocreatedb nocreaterole password :'deals_owner_password';
alter role deals login nosuperuser nocreatedb nocreaterole password :'deals_password';
alter role roles_owner login nosuperuser nocreatedb nocreaterole password :'roles_owner_password';
alter role roles login nosuperuser nocreatedb nocreaterole password :'roles_password';
alter role projections login nosuperuser nocreatedb nocreaterole password :'projections_password';
alter role analyst login nosuperuser nocreatedb nocreaterole password :'analyst_password';

-- The two event stores are migrated by an owner and used by a login that owns nothing. Read models are made again by
-- the service itself, schema by schema, so it owns them.
select format('create database %I owner %I', wanted.name, wanted.owner)
from (values ('deals', 'deals_owner'), ('roles', 'roles_owner'), ('projections', 'projections')) as wanted (name, owner)
where not exists (select from pg_database where datname = wanted.name) \gexec

revoke all on database deals, roles, projections, postgres, template1 from public;
-- verify and republish compare in temporary tables
grant connect, temporary on database deals to deals;
grant connect, temporary on database roles to roles;
grant connect on database projections to analyst;

alter role analyst set default_transaction_read_only = on;
alter role analyst set statement_timeout = '5min';

-- Also what was made before its rights were thought of.
\connect deals
alter default privileges for role deals_owner in schema public grant select, insert, update, delete on tables to deals;
alter default privileges for role deals_owner in schema public grant usage on sequences to deals;
grant usage on all sequences in schema public to deals;

\connect roles
alter default privileges for role roles_owner in schema public grant select, insert, update, delete on tables to roles;
alter default privileges for role roles_owner in schema public grant usage on sequences to roles;
grant usage on all sequences in schema public to roles;

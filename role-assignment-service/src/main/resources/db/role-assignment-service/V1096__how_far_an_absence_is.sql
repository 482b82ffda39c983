-- Who is away, as who left: since when, and how many deals they held then.
alter table departure add column cause text not null default 'DEPARTED'; -- or ABSENT
alter table departure add column away_until timestamptz; -- as they said; none when they did not
alter table departure add column back_at timestamptz; -- when an absence ended
alter table departure drop constraint departure_once;
alter table departure add constraint departure_once primary key (role, member, cause, departed_at);

-- Of those who are away now; what others carry for them they held as well.
insert into departure (role, member, cause, departed_at, away_until, deals)
select person.role, person.member, 'ABSENT', person.away_since, person.away_until,
       (select count(*) from responsibility held
        where held.role = person.role and held.member = person.member and held.ended_at is null)
       + (select count(*) from responsibility lent
          where lent.credit_role = person.role and lent.credit_member = person.member and lent.ended_at is null)
from member_directory person
where person.availability = 'ABSENT' and not person.departed and person.away_since is not null;

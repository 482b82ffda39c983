-- What a manager has not decided in time goes on to somebody else; when nobody is left, it is every manager's, and stays
-- due when it was.
alter table waiting_assignment add column every_manager boolean not null default false;
create index waiting_assignment_undecided on waiting_assignment (due_at, deal)
    where manager is not null and not every_manager;

-- Until when a leg may wait is in `due_at`, as is when a manager should have decided, once one was asked. A leg that has
-- waited for too long waits on although a manager knows.
alter table waiting_assignment add column waits_on boolean not null default false;
create index waiting_assignment_due on waiting_assignment (due_at, deal) where manager is null and due_at is not null;

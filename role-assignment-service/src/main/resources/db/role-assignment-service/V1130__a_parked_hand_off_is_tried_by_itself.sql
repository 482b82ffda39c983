-- From when on it is tried without anybody's doing, event by event; none while it waits for somebody. It is set for what was
-- parked by a commit of several of its events, since nobody knows yet which of them fails, and ahead of whoever tries it
-- again: should they be killed, the rest is tried all the same.
alter table parked_hand_off add column due_at timestamptz;

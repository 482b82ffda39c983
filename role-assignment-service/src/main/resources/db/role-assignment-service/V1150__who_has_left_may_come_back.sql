-- How many deals were still theirs when somebody who had left joined again: what they are given from then on has nothing to
-- do with how far their departure had come. None while they are gone, and of those who were back before this was kept.
alter table departure add column kept integer check (kept >= 0);

update departure set back_at = (
    select min(event.recorded_at) from event
    where event.stream_id = lower(replace(departure.role, '_', '-')) || '/' || departure.member
      and event.type = 'baton.member.member-joined.v1' and event.recorded_at > departure.departed_at)
where cause = 'DEPARTED';

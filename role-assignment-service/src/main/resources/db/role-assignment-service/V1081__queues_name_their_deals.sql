-- What a deal is called, for whoever looks at a queue. Absent for deals that were found before.
alter table lead add column title text;

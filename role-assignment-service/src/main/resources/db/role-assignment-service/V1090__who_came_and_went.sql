-- In which order people came and went, and new homes began to be looked for: whoever comes later may be the one whom
-- nobody was there to be. Clocks of several instances would not tell.
create sequence presence_turn;
alter table member_directory add column presence_turn bigint not null default 0;
alter table responsibility add column rehoming_turn bigint not null default 0;

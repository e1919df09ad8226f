-- A message that a proxy may delete and post again is held until then; null once that is decided.
alter table story_message add column held_until bigint;
create index story_message_held on story_message (channel, held_until) where held_until is not null;

-- The message to draw alone, where it was picked by hand.
alter table illustration add column picked text;

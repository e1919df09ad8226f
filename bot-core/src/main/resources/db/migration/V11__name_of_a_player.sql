-- What the player of a character was called when the character was set, since an account's id says nothing to people.
alter table story_character add column player_name text;
create index story_character_player on story_character (player) where player is not null;

-- What hangs under a channel or belongs to a community is looked up when that is gone.
create index channel_place_parent on channel_place (parent);
create index channel_place_community on channel_place (community);

-- What asked for an illustration, so that an event that a platform tells again after a kill is recognised.
alter table illustration add column event text;

-- Somebody who asks to be forgotten while a picture of theirs waits is forgotten once its end is told.
alter table illustration add column forgotten boolean not null default false;

-- By what an interaction that a picture was asked for with can be answered, also by a process that did not hear it. A row
-- goes when it was told what became of the picture, and when Discord takes no answers any more.
create table discord_interaction (
    id          text   not null primary key,
    application text   not null,
    token       text   not null,
    person      text   not null,
    until       bigint not null
);
create index discord_interaction_until on discord_interaction (until);
create index discord_interaction_person on discord_interaction (person);

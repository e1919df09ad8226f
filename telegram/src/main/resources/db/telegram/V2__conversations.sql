-- Where a person is being led through a command, or is to send a picture for one: one conversation for each person in a
-- chat or topic.
create table telegram_conversation (
    channel text   not null,
    person  text   not null,
    kind    text   not null,
    message bigint not null,
    state   text   not null,
    asked   bigint not null,
    primary key (channel, person)
);

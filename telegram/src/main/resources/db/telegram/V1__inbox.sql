-- Updates as they came, kept before they are acknowledged. The body goes when an update is handled; its number stays for
-- a while, so that the same update is not handled twice.
create table telegram_update (
    id       bigint not null primary key,
    body     text   not null,
    received bigint not null,
    handled  bigint
);
create index telegram_update_open on telegram_update (id) where handled is null;
create index telegram_update_received on telegram_update (received);

-- Questions that wait for a reply: the message that asks, whom, and what the answer is for.
create table telegram_question (
    chat    bigint not null,
    message bigint not null,
    person  text   not null,
    form    text   not null,
    asked   bigint not null,
    primary key (chat, message)
);

-- The same statements run on SQLite and on PostgreSQL: ids are text and made by the application, instants are epoch
-- milliseconds, structured values are JSON that only the application reads. Refs stand as platform:id.

create table story_message (
    channel       text    not null,
    message       text    not null,
    position      bigint  not null,
    author_kind   text    not null,
    author        text,
    author_name   text    not null,
    content       text    not null,
    mentions      text    not null,
    written_at    bigint  not null,
    primary key (channel, message)
);
create index story_message_window on story_message (channel, position);
create index story_message_author on story_message (author, written_at) where author is not null;

create table channel_state (
    channel           text    not null primary key,
    capturing         boolean not null,
    auto_every        int     not null,
    illustrated_up_to bigint  not null
);

create table image (
    hash       text  not null primary key,
    media_type text  not null,
    content    bytea not null
);

create table avatar (
    community   text    not null,
    name        text    not null,
    kind        text    not null,
    image       text    not null,
    width       int     not null,
    height      int     not null,
    owner       text,
    shared      boolean not null,
    description text    not null,
    added       bigint  not null,
    primary key (community, name)
);
create index avatar_owner on avatar (owner) where owner is not null;
create index avatar_image on avatar (image);

create table story_character (
    scope    text not null,
    folded   text not null,
    name     text not null,
    aliases  text not null,
    prefix   text not null,
    negative text not null,
    tags     text not null,
    state    text not null,
    owner    text not null,
    player   text,
    proxy    text,
    primary key (scope, folded)
);
create index story_character_owner on story_character (owner);

create table style_preset (
    scope    text not null,
    folded   text not null,
    name     text not null,
    prefix   text not null,
    negative text not null,
    tags     text not null,
    owner    text not null,
    primary key (scope, folded)
);

create table setting (
    scope   text not null,
    name    text not null,
    content text not null,
    primary key (scope, name)
);

create table illustration (
    id             text    not null primary key,
    channel        text    not null,
    parent         text,
    community      text    not null,
    requester      text    not null,
    requester_name text    not null,
    ask            text    not null,
    after_position bigint  not null,
    up_to_position bigint  not null,
    seed           bigint  not null,
    asked_in       text,
    state          text    not null,
    composition    text,
    backend        text,
    picture        text,
    status         text,
    posted         text,
    failures       int     not null,
    failing_since  bigint,
    told           boolean not null,
    ending         text,
    notes          text    not null,
    accepted       bigint  not null,
    changed        bigint  not null
);
create index illustration_requester on illustration (requester, id);
-- stands after the one above: of two that fit alike SQLite takes the newer
create index illustration_open on illustration (requester, id) where not told;
create index illustration_channel on illustration (channel, id);
create index illustration_picture on illustration (picture) where picture is not null;

-- db-scheduler's table, with the columns that it asks for
create table scheduled_tasks (
    task_name            text     not null,
    task_instance        text     not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean  not null,
    picked_by            text,
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures int,
    last_heartbeat       timestamp with time zone,
    version              bigint   not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

create table webchat_message (
  id varchar(64) primary key,
  room varchar(64) not null,
  position bigint not null,
  kind varchar(8) not null,
  person varchar(64),
  name varchar(200) not null,
  text text not null,
  reply_to varchar(64),
  nonce varchar(64),
  at bigint not null,
  revision integer not null,
  deleted boolean not null,
  owed varchar(8) not null,
  unique (room, position),
  unique (room, nonce)
);

create index webchat_message_owed on webchat_message (room, position) where owed <> 'NOTHING';

create table webchat_file (
  hash varchar(64) primary key,
  media_type varchar(100) not null,
  bytes bytea not null
);

create table webchat_picture (
  message varchar(64) not null references webchat_message (id),
  place integer not null,
  hash varchar(64) not null references webchat_file (hash),
  file_name varchar(300) not null,
  alt text not null,
  spoiler boolean not null,
  primary key (message, place)
);

create index webchat_picture_hash on webchat_picture (hash);

create table webchat_button (
  message varchar(64) not null references webchat_message (id),
  place integer not null,
  id varchar(200) not null,
  label varchar(200) not null,
  primary key (message, place)
);

create table webchat_person (
  id varchar(64) primary key,
  name varchar(200) not null,
  moderator boolean not null,
  place bigint not null
);

create table webchat_character (
  person varchar(64) not null references webchat_person (id),
  place integer not null,
  name varchar(200) not null,
  primary key (person, place)
);

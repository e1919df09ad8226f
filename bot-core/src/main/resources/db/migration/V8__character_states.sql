-- What held of a character and since when; the newest is the character's state.
create table character_state (
    scope   text   not null,
    folded  text   not null,
    since   bigint not null,
    state   text   not null
);
create index character_state_of on character_state (scope, folded, since);

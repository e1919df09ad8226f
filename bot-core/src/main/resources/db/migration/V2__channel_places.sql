-- Where a channel hangs, so that what it inherits can be looked up when nobody speaks there.
create table channel_place (
    channel   text not null primary key,
    parent    text,
    community text not null
);

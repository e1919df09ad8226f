-- Work at services that name it themselves, so that a restart finds it again.
create table remote_job (
    service text   not null,
    request text   not null,
    job     text   not null,
    begun   bigint not null,
    primary key (service, request)
);

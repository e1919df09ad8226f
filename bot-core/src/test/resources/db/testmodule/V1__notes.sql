create table test_note (content text not null);

-- A picture may be shown by several messages: a list of them, where one stood before.
update illustration set posted = '[' || posted || ']' where posted is not null;
update illustration set posted = '[]' where posted is null;

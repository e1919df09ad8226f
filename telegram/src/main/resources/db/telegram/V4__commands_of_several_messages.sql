-- The command that an update was the last part of, so that it is that again when the update is told again; it goes when
-- the update is handled.
alter table telegram_update add column completed text;
-- Which update brought a conversation where it is: what came before it is no answer to what it asks.
delete from telegram_conversation where kind = 'COMPLETED';
alter table telegram_conversation drop column led_by;
alter table telegram_conversation add column led_by bigint not null default 0;

-- The message or press that brought a conversation where it is, so that it is known when it is told again.
alter table telegram_conversation add column led_by text not null default '';
create index telegram_conversation_person on telegram_conversation (person);
create index telegram_question_person on telegram_question (person);

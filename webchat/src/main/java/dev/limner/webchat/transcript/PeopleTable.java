package dev.limner.webchat.transcript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The people of the web chat in the database. */
final class PeopleTable {

    List<Person> all(Handle db) {
        Map<String, List<String>> characters = new LinkedHashMap<>();
        db.createQuery("select person, name from webchat_character order by person, place")
                .map((row, context) -> Map.entry(row.getString("person"), row.getString("name")))
                .forEach(row -> characters
                        .computeIfAbsent(row.getKey(), id -> new ArrayList<>())
                        .add(row.getValue()));
        return db.createQuery("select id, name, moderator from webchat_person order by place, id")
                .map((row, context) -> new Person(
                        row.getString("id"),
                        row.getString("name"),
                        row.getBoolean("moderator"),
                        characters.getOrDefault(row.getString("id"), List.of())))
                .list();
    }

    boolean save(Handle db, Person person) {
        db.createUpdate("insert into webchat_person (id, name, moderator, place) values (:id, :name, :moderator,"
                        + " (select coalesce(max(place), 0) + 1 from webchat_person))"
                        + " on conflict (id) do update set name = excluded.name, moderator = excluded.moderator")
                .bind("id", person.id())
                .bind("name", person.name())
                .bind("moderator", person.moderator())
                .execute();
        db.execute("delete from webchat_character where person = ?", person.id());
        for (int place = 0; place < person.characters().size(); place++) {
            db.execute(
                    "insert into webchat_character (person, place, name) values (?, ?, ?)",
                    person.id(),
                    place,
                    person.characters().get(place));
        }
        return true;
    }

    boolean remove(Handle db, String id) {
        db.execute("delete from webchat_character where person = ?", id);
        return db.execute("delete from webchat_person where id = ?", id) > 0;
    }
}

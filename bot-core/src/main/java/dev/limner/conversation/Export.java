package dev.limner.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.chat.Attachment;
import dev.limner.chat.Content;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Entries of several lists as JSON, in as many files as the platform's limit needs; each file is whole, with the lists that
 * it has something of. Not thread-safe.
 */
final class Export {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What a file has around its entries: braces, the names of the lists, line ends. */
    private static final int FRAME = 500;
    /** What the file adds to an entry on its own: its place in the list, a comma, and indentation of its lines. */
    private static final int INDENTATION = 100;

    private final long mostBytes;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String list, ObjectNode content) {}

    /** @param mostBytes of one file */
    Export(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** A new entry, to be filled before the files are asked for. */
    ObjectNode add(String list) {
        ObjectNode content = JSON.createObjectNode();
        entries.add(new Entry(list, content));
        return content;
    }

    /** One file at least. */
    List<Attachment> files() {
        List<ObjectNode> files = new ArrayList<>();
        long room = 0;
        for (Entry entry : entries) {
            long size = written(entry.content()).length + INDENTATION;
            if (files.isEmpty() || size > room) {
                files.add(JSON.createObjectNode());
                room = mostBytes - FRAME;
            }
            room -= size;
            files.get(files.size() - 1).withArray(entry.list()).add(entry.content());
        }
        if (files.isEmpty()) {
            files.add(JSON.createObjectNode());
        }
        List<Attachment> attachments = new ArrayList<>();
        for (ObjectNode file : files) {
            String number = files.size() == 1 ? "" : "-" + (attachments.size() + 1);
            attachments.add(new Attachment(
                    "limner-export" + number + ".json", "application/json", Content.of(written(file)), "", false));
        }
        return attachments;
    }

    private static byte[] written(ObjectNode node) {
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(node)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that cannot be written", e);
        }
    }
}

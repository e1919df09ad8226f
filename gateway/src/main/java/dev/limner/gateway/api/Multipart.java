package dev.limner.gateway.api;

import dev.limner.gateway.http.Refusal;
import dev.limner.gateway.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form with files, as <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a> writes it. The files stay where they
 * stand in the body, since each copy of them may be as large as all that came.
 *
 * @param texts by name; of a name that stands twice, the last; of one that is longer than any field may be, the beginning,
 *     which is longer too
 * @param files in their order
 */
record Multipart(Map<String, String> texts, List<File> files) {
    private static final int MOST_FIELDS = 64;
    private static final int LONGEST_LINE = 2_048;
    /** In bytes; a character has four at the most. */
    private static final int LONGEST = 4 * (Fields.LONGEST_TEXT + 1);

    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME =
            Pattern.compile(";\\s*name=(?:\"([^\"]*)\"|([^\\s;\"]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE_NAME =
            Pattern.compile(";\\s*filename\\*?=(?:\"([^\"]*)\"|([^\\s;\"]+))", Pattern.CASE_INSENSITIVE);
    private static final String DISPOSITION = "content-disposition:";

    /** @param bytes with the file in them; not to be changed */
    record File(String field, String name, byte[] bytes, int from, int length) {}

    static Multipart read(Request request) throws Refusal {
        Matcher boundary = BOUNDARY.matcher(request.contentType());
        if (!boundary.find()) {
            throw noForm();
        }
        return new Reader(request.body(), "--" + either(boundary)).read();
    }

    private static String either(Matcher quotedOrNot) {
        return quotedOrNot.group(1) != null ? quotedOrNot.group(1) : quotedOrNot.group(2);
    }

    private static Refusal noForm() {
        return new Refusal(400, "The body is not a form as multipart/form-data writes it.");
    }

    private static final class Reader {
        private final byte[] body;
        private final byte[] delimiter;
        private final Map<String, String> texts = new HashMap<>();
        private final List<File> files = new ArrayList<>();
        private int at;

        Reader(byte[] body, String delimiter) {
            this.body = body;
            this.delimiter = delimiter.getBytes(StandardCharsets.UTF_8);
        }

        Multipart read() throws Refusal {
            int first = startsAt(0, delimiter) ? 0 : delimiterFrom(0) + 2;
            at = first + delimiter.length;
            for (int parts = 0; !isLast(at); parts++) {
                if (parts == MOST_FIELDS) {
                    throw noForm();
                }
                line();
                part();
            }
            return new Multipart(texts, files);
        }

        private void part() throws Refusal {
            String disposition = "";
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (line.regionMatches(true, 0, DISPOSITION, 0, DISPOSITION.length())) {
                    disposition = line;
                }
            }
            Matcher name = NAME.matcher(disposition);
            if (!name.find()) {
                throw noForm();
            }
            int end = delimiterFrom(at);
            Matcher file = FILE_NAME.matcher(disposition);
            if (file.find()) {
                files.add(new File(either(name), either(file), body, at, end - at));
            } else {
                texts.put(either(name), new String(body, at, Math.min(end - at, LONGEST), StandardCharsets.UTF_8));
            }
            at = end + 2 + delimiter.length;
        }

        /** The rest of a line; goes on behind it. */
        private String line() throws Refusal {
            for (int i = at; i + 1 < body.length && i - at <= LONGEST_LINE; i++) {
                if (body[i] == '\r' && body[i + 1] == '\n') {
                    String line = new String(body, at, i - at, StandardCharsets.UTF_8);
                    at = i + 2;
                    return line;
                }
            }
            throw noForm();
        }

        /** Where the line break stands that the next delimiter begins with. */
        private int delimiterFrom(int from) throws Refusal {
            for (int i = from; i + 2 + delimiter.length < body.length; i++) {
                if (body[i] == '\r' && body[i + 1] == '\n' && startsAt(i + 2, delimiter) && ends(i + 2)) {
                    return i;
                }
            }
            throw noForm();
        }

        /** Whether nothing else follows that would make it a longer word. */
        private boolean ends(int delimiterAt) {
            int next = delimiterAt + delimiter.length;
            return isLast(next) || (next < body.length && " \t\r".indexOf(body[next]) >= 0);
        }

        private boolean isLast(int next) {
            return next + 1 < body.length && body[next] == '-' && body[next + 1] == '-';
        }

        private boolean startsAt(int index, byte[] word) {
            return index + word.length <= body.length
                    && Arrays.equals(body, index, index + word.length, word, 0, word.length);
        }
    }
}

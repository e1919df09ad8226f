package dev.limner.gateway.api;

import java.io.InputStream;

/**
 * A text within JSON in UTF-8, byte by byte up to the quote that ends it. Of escaped characters those are told apart that
 * base64 has; others are blanks.
 */
final class JsonText extends InputStream {
    private static final String DATA = "data:";
    private static final int HEX_DIGITS = 4;

    private final byte[] json;
    private int next;

    /** @param start behind the quote that begins the text */
    JsonText(byte[] json, int start) {
        this.json = json;
        this.next = start;
    }

    /** Passes over what a data URL has before its data. */
    void skipDataPrefix() {
        int start = next;
        for (int i = 0; i < DATA.length(); i++) {
            if (read() != DATA.charAt(i)) {
                next = start;
                return;
            }
        }
        int read = read();
        while (read >= 0 && read != ',') {
            read = read();
        }
        if (read < 0) {
            next = start;
        }
    }

    @Override
    public int read() {
        if (next >= json.length || json[next] == '"') {
            return -1;
        }
        byte read = json[next++];
        if (read != '\\') {
            return read & 0xff;
        }
        if (next >= json.length) {
            return -1;
        }
        byte escaped = json[next++];
        return switch (escaped) {
            case '/' -> '/';
            case 'u' -> numbered();
            default -> ' ';
        };
    }

    /** What is numbered wrongly is the parser's to refuse. */
    private int numbered() {
        int character = 0;
        for (int i = 0; i < HEX_DIGITS; i++) {
            int digit = next < json.length ? Character.digit(json[next], 16) : -1;
            if (digit < 0) {
                return ' ';
            }
            character = character * 16 + digit;
            next++;
        }
        return character < 0x80 ? character : ' ';
    }
}

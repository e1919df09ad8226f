package dev.limner.chat;

import java.nio.charset.StandardCharsets;

/** What a platform counts when it limits a text. */
public enum LengthUnit {
    UTF16_UNITS {
        @Override
        public int lengthOf(CharSequence text) {
            return text.length();
        }
    },
    CODE_POINTS {
        @Override
        public int lengthOf(CharSequence text) {
            return Character.codePointCount(text, 0, text.length());
        }
    },
    UTF8_BYTES {
        @Override
        public int lengthOf(CharSequence text) {
            return text.toString().getBytes(StandardCharsets.UTF_8).length;
        }
    };

    public abstract int lengthOf(CharSequence text);
}

package dev.limner.chat;

/** What a platform counts when it limits a text. */
public enum LengthUnit {
    UTF16_UNITS {
        @Override
        public int lengthOf(int codePoint) {
            return Character.charCount(codePoint);
        }
    },
    CODE_POINTS {
        @Override
        public int lengthOf(int codePoint) {
            return 1;
        }
    },
    UTF8_BYTES {
        @Override
        public int lengthOf(int codePoint) {
            if (codePoint < 0x80) {
                return 1;
            }
            if (codePoint < 0x800) {
                return 2;
            }
            return codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT ? 3 : 4;
        }
    };

    public abstract int lengthOf(int codePoint);

    public int lengthOf(CharSequence text) {
        return text.codePoints().map(this::lengthOf).sum();
    }
}

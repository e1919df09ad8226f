package dev.limner.avatar.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a file is by its first bytes; its name is not asked. */
enum FileType {
    PNG("a PNG image"),
    JPEG("a JPEG image"),
    WEBP("a WebP image"),
    GIF("a GIF image"),
    SVG("an SVG drawing"),
    HEIC("a HEIC photo"),
    AVIF("an AVIF image"),
    BMP("a BMP image"),
    TIFF("a TIFF image"),
    VIDEO("a video"),
    PDF("a PDF document"),
    ZIP("a ZIP archive"),
    HTML("a web page"),
    TEXT("text"),
    EMPTY("empty"),
    UNKNOWN("of a kind that is not known here");

    private static final int HEAD = 1024;
    private static final Pattern SVG_ROOT = Pattern.compile("<(?:\\w{1,20}:)?svg[\\s>]");
    private static final Pattern HTML_START = Pattern.compile("^\\s*<(?:!doctype html|html|head|body|script)");

    private final String label;

    FileType(String label) {
        this.label = label;
    }

    /** As in "the file is ...". */
    String label() {
        return label;
    }

    static FileType of(byte[] file) {
        if (file.length == 0) {
            return EMPTY;
        }
        String head = new String(file, 0, Math.min(file.length, HEAD), ISO_8859_1);
        FileType binary = bySignature(head);
        return binary == UNKNOWN && isText(head) ? textKind(head) : binary;
    }

    private static FileType bySignature(String head) {
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        } else if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        } else if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return WEBP;
        } else if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return GIF;
        } else if (head.startsWith("ftyp", 4)) {
            return ofBrand(head);
        } else if (head.startsWith("%PDF-")) {
            return PDF;
        } else if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
            return ZIP;
        } else if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
            return TIFF;
        } else if (head.startsWith("BM") && head.startsWith("\0\0\0\0", 6)) {
            return BMP;
        } else if (head.startsWith("\u001aE\u00df\u00a3")) {
            return VIDEO;
        }
        return UNKNOWN;
    }

    /** Files of the ISO base media format name their brands: the major one at byte 8, compatible ones from byte 16. */
    private static FileType ofBrand(String head) {
        String brands = head.substring(8, Math.min(head.length(), 32));
        if (brands.contains("avif") || brands.contains("avis")) {
            return AVIF;
        }
        return Pattern.compile("hei[cxms]|hev[cx]|mif1|msf1").matcher(brands).find() ? HEIC : VIDEO;
    }

    private static boolean isText(String head) {
        return head.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f');
    }

    private static FileType textKind(String head) {
        String lower = head.toLowerCase(Locale.ROOT);
        if (HTML_START.matcher(lower).find()) {
            return HTML;
        }
        return SVG_ROOT.matcher(lower).find() ? SVG : TEXT;
    }
}

package dev.limner.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import okio.Buffer;
import okio.BufferedSink;

/** Answers that are meant to do harm: by their size, their depth, or by never ending. */
enum HostileAnswers {
    ENDLESS(() -> body(-1, "\"x\":[0,0,0,0],".repeat(4_000))),
    A_GIGABYTE(() -> body(1L << 30, " ".repeat(1 << 16))),
    A_GIGABYTE_ANNOUNCED_AND_NEVER_SENT(() -> body(1L << 30, "")),
    FAR_TOO_MUCH_PACKED(HostileAnswers::packed),
    SLOW_DRIP(() -> new MockResponse.Builder()
            .chunkedBody("{".repeat(10_000), 1)
            .throttleBody(1, 50, TimeUnit.MILLISECONDS)
            .build()),
    DEEP(() -> text("[".repeat(1_000_000))),
    DEEP_OBJECTS(() -> text("{\"images\":".repeat(500_000))),
    /** Few bytes, and as nodes twenty times as many. */
    WIDE(() -> text("{\"images\":[" + "[],".repeat(3_000_000) + "[]]}")),
    LONG_NUMBER(() -> text("{\"images\":[" + "9".repeat(10_000_000) + "]}")),
    LONG_NAME(() -> text("{\"" + "a".repeat(10_000_000) + "\":1}"));

    private final Supplier<MockResponse> answer;

    HostileAnswers(Supplier<MockResponse> answer) {
        this.answer = answer;
    }

    MockResponse answer() {
        return answer.get();
    }

    private static MockResponse text(String body) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body(new Buffer().write(body.getBytes(StandardCharsets.US_ASCII)))
                .build();
    }

    private static MockResponse packed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] blank = new byte[1 << 20];
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 128; i++) {
                gzip.write(blank);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MockResponse.Builder()
                .setHeader("Content-Encoding", "gzip")
                .body(new Buffer().write(bytes.toByteArray()))
                .build();
    }

    /**
     * @param length as announced; -1 for none, so that only the connection's end ends it
     * @param piece sent again and again; nothing is sent when it is empty
     */
    private static MockResponse body(long length, String piece) {
        byte[] bytes = piece.getBytes(StandardCharsets.US_ASCII);
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body(new MockResponseBody() {
                    @Override
                    public long getContentLength() {
                        return length;
                    }

                    @Override
                    public void writeTo(BufferedSink sink) throws IOException {
                        long left = length < 0 ? Long.MAX_VALUE : length;
                        sink.flush();
                        while (left > 0 && bytes.length > 0) {
                            sink.write(bytes, 0, (int) Math.min(left, bytes.length));
                            left -= bytes.length;
                        }
                    }
                })
                .build();
    }
}

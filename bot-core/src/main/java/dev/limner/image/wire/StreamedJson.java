package dev.limner.image.wire;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * JSON that is written while it is sent, so that images are never held a second time as Base64. Its length is told, which
 * servers without chunked bodies need.
 */
public final class StreamedJson extends RequestBody {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);

    private final JsonNode body;
    private final long length;

    /** @param body whose images are binary nodes; not to be changed any more */
    public StreamedJson(JsonNode body) {
        this.body = body;
        this.length = length(body);
    }

    @Override
    public MediaType contentType() {
        return JSON;
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        OutputStream out = sink.outputStream();
        try (JsonGenerator generator = new Encoding(MAPPER.createGenerator(out), out)) {
            MAPPER.writeTree(generator, body);
        }
    }

    private static long length(JsonNode body) {
        Counter counter = new Counter();
        try (JsonGenerator generator = new WithoutBinary(MAPPER.createGenerator(counter), counter)) {
            MAPPER.writeTree(generator, body);
        } catch (IOException e) {
            throw new IllegalStateException("counting writes nowhere", e);
        }
        return counter.bytes;
    }

    /** Writes Base64 by the JDK's encoder, which is many times faster than the generator's. */
    private static final class Encoding extends JsonGeneratorDelegate {
        /** Bytes; a multiple of 3, so that only the last piece is padded. */
        private static final int PIECE = 48 * 1024;

        private final OutputStream out;

        Encoding(JsonGenerator generator, OutputStream out) {
            super(generator);
            this.out = out;
        }

        @Override
        public void writeBinary(Base64Variant variant, byte[] data, int offset, int length) throws IOException {
            writeRawValue("\"");
            flush();
            for (int at = 0; at < length; at += PIECE) {
                ByteBuffer piece = ByteBuffer.wrap(data, offset + at, Math.min(PIECE, length - at));
                out.write(Base64.getEncoder().encode(piece).array());
            }
            writeRaw('"');
        }
    }

    /** The length of Base64 is known without encoding. */
    private static final class WithoutBinary extends JsonGeneratorDelegate {
        private final Counter counter;

        WithoutBinary(JsonGenerator generator, Counter counter) {
            super(generator);
            this.counter = counter;
        }

        @Override
        public void writeBinary(Base64Variant variant, byte[] data, int offset, int length) throws IOException {
            counter.bytes += (length + 2) / 3 * 4L;
            writeString("");
        }
    }

    private static final class Counter extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int off, int len) {
            bytes += len;
        }
    }
}

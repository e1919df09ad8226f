package dev.limner.image.a1111;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * JSON that is written while it is sent, so that images are never held a second time as Base64. Its length is told, which
 * servers without chunked bodies need.
 */
final class StreamedJson extends RequestBody {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final ObjectMapper MAPPER = new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private final JsonNode body;
    private final long length;

    StreamedJson(JsonNode body) {
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
        MAPPER.writeValue(sink.outputStream(), body);
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

package dev.limner.gateway.http;

import dev.limner.chat.Content;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer: a status, headers, and a body in pieces, so that a picture is turned into text only while it is sent. */
public final class Reply {
    private final int status;
    private final String contentType;
    private final List<Piece> body;
    private final Map<String, String> headers = new LinkedHashMap<>();

    public Reply(int status, String contentType, List<Piece> body) {
        this.status = status;
        this.contentType = contentType;
        this.body = List.copyOf(body);
    }

    /** Part of a body. */
    public sealed interface Piece {
        /** In bytes, as it is sent. */
        long size();
    }

    /** Sent as they are; not to be changed. */
    public record Bytes(byte[] bytes) implements Piece {
        @Override
        public long size() {
            return bytes.length;
        }

        public static Bytes of(String text) {
            return new Bytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Sent as it is. */
    public record Plain(Content content) implements Piece {
        @Override
        public long size() {
            return content.size();
        }
    }

    /** Sent in base64, without line breaks. */
    public record Base64(Content content) implements Piece {
        @Override
        public long size() {
            return (content.size() + 2) / 3 * 4;
        }
    }

    public static Reply json(int status, byte[] bytes) {
        return new Reply(status, "application/json", List.of(new Bytes(bytes)));
    }

    public Reply with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    HttpResponse head(boolean keepAlive) {
        HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
        headers.forEach(head.headers()::set);
        head.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, contentType)
                .set(HttpHeaderNames.CONTENT_LENGTH, size())
                .set("X-Content-Type-Options", "nosniff");
        if (!head.headers().contains(HttpHeaderNames.CACHE_CONTROL)) {
            head.headers().set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        }
        HttpUtil.setKeepAlive(head, keepAlive);
        return head;
    }

    int status() {
        return status;
    }

    List<Piece> body() {
        return body;
    }

    long size() {
        return body.stream().mapToLong(Piece::size).sum();
    }
}

package dev.limner.gateway.api;

import dev.limner.gateway.http.Refusal;
import dev.limner.gateway.http.Request;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A form with files, read whole.
 *
 * @param texts by name; of a name that stands twice, the last
 * @param files in their order
 */
record Multipart(Map<String, String> texts, List<File> files) {
    private static final int MOST_FIELDS = 64;
    private static final int LONGEST_HEADERS = 16_384;

    /** @param bytes not to be changed */
    record File(String field, String name, byte[] bytes) {}

    static Multipart read(Request request) throws Refusal {
        DefaultFullHttpRequest whole = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(request.body()));
        whole.headers().set(HttpHeaderNames.CONTENT_TYPE, request.contentType());
        HttpPostMultipartRequestDecoder decoder = null;
        try {
            decoder = new HttpPostMultipartRequestDecoder(
                    new DefaultHttpDataFactory(false), whole, StandardCharsets.UTF_8, MOST_FIELDS, LONGEST_HEADERS);
            return parts(decoder.getBodyHttpDatas());
        } catch (RuntimeException e) {
            // Netty's decoder has exceptions of its own for some faults, and stumbles over others
            throw new Refusal(400, "The body is not a form as multipart/form-data writes it.");
        } catch (IOException e) {
            throw new IllegalStateException("forms are read in memory", e);
        } finally {
            if (decoder != null) {
                decoder.destroy();
            }
            whole.release(whole.refCnt());
        }
    }

    private static Multipart parts(List<InterfaceHttpData> data) throws IOException {
        Map<String, String> texts = new HashMap<>();
        List<File> files = new ArrayList<>();
        for (InterfaceHttpData part : data) {
            if (part instanceof FileUpload upload) {
                files.add(new File(part.getName(), String.valueOf(upload.getFilename()), upload.get()));
            } else if (part instanceof Attribute attribute) {
                texts.put(part.getName(), attribute.getValue());
            }
        }
        return new Multipart(texts, files);
    }
}

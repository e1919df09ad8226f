package dev.limner.image.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.RecordedRequest;
import okhttp3.MultipartReader;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** A {@code multipart/form-data} body as it came over the wire. */
public record Form(List<Part> parts) {
    private static final Pattern TYPE = Pattern.compile("multipart/form-data; ?boundary=\"?([^\"]+)\"?");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("\\bfilename=\"([^\"]*)\"");

    /** @param file null for a text field */
    public record Part(
            String name, @Nullable String file, @Nullable String type, byte[] bytes) {
        public String text() {
            return new Buffer().write(bytes).readUtf8();
        }
    }

    /** Empty when it is no such body. */
    public static Optional<Form> of(RecordedRequest request) {
        Matcher type = TYPE.matcher(String.valueOf(request.getHeaders().get("Content-Type")));
        if (!type.matches() || request.getBody() == null) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>();
        try (MultipartReader reader = new MultipartReader(new Buffer().write(request.getBody()), type.group(1))) {
            for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
                String disposition = String.valueOf(part.headers().get("Content-Disposition"));
                Matcher name = NAME.matcher(disposition);
                Matcher file = FILE.matcher(disposition);
                if (!name.find()) {
                    return Optional.empty();
                }
                parts.add(new Part(
                        name.group(1),
                        file.find() ? file.group(1) : null,
                        part.headers().get("Content-Type"),
                        part.body().readByteArray()));
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(new Form(parts));
    }

    public Optional<String> text(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name) && part.file() == null)
                .map(Part::text)
                .findFirst();
    }

    public List<Part> files(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name) && part.file() != null)
                .toList();
    }
}

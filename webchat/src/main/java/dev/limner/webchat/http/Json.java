package dev.limner.webchat.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and writes what goes between the server and its page. */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, Json::nothingElse)
            .build();
    /** Of a field's name, in a message about it; UTF-16 units. */
    private static final int SHOWN = 60;

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(16).build());
    }

    private Json() {}

    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T read(byte[] bytes, Class<T> type) throws Refusal {
        try {
            T value = MAPPER.readValue(bytes, type);
            if (value == null) {
                throw new Refusal(400, "The request is empty.");
            }
            return value;
        } catch (UnrecognizedPropertyException e) {
            throw new Refusal(
                    400,
                    "There is no field " + quoted(e.getPropertyName()) + " here. There are: "
                            + e.getKnownPropertyIds().stream()
                                    .map(String::valueOf)
                                    .sorted()
                                    .collect(Collectors.joining(", "))
                            + ".");
        } catch (MismatchedInputException e) {
            throw new Refusal(400, mismatch(e));
        } catch (JsonProcessingException e) {
            throw new Refusal(400, "The request is no valid JSON: " + fault(e) + ".");
        } catch (IOException e) {
            throw new Refusal(400, "The request cannot be read.");
        }
    }

    private static void nothingElse(MutableCoercionConfig texts) {
        texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    private static String mismatch(MismatchedInputException e) {
        Optional<String> field = e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .findFirst();
        return field.map(name -> "The field " + quoted(name) + " must be " + kind(e.getTargetType()) + ".")
                .orElse("The request must be one JSON object.");
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == String.class) {
            return "a text";
        }
        if (type == boolean.class) {
            return "true or false";
        }
        return type != null && Collection.class.isAssignableFrom(type) ? "a list of texts" : "of another kind";
    }

    /** Jackson's own words, without its quotation of what it read. */
    private static String fault(JsonProcessingException e) {
        String words = String.valueOf(e.getOriginalMessage()).replaceAll("\\s+", " ");
        return words.substring(0, Math.min(words.length(), 2 * SHOWN));
    }

    private static String quoted(String name) {
        return "“" + name.substring(0, Math.min(name.length(), SHOWN)) + "”";
    }
}

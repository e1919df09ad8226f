package dev.limner.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.character.PictureSize;
import dev.limner.gateway.http.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a request's object. A field that is null counts as not there; a number may be written as text, as
 * the servers that clients were written for allow it.
 */
final class Fields {
    /** Longer than any model reads. */
    static final int LONGEST_TEXT = 32_000;

    private static final BigInteger SEEDS = BigInteger.ONE.shiftLeft(32);
    /** Clients that count in 64 bits draw seeds up to 2^64 - 1. */
    private static final BigDecimal MOST_SEED =
            new BigDecimal(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}(\\.\\d{1,18})?");

    private final ObjectNode object;
    private final int wrong;
    private final String within;

    /** @param wrong the status with which a field of a wrong type is refused */
    Fields(ObjectNode object, int wrong) {
        this(object, wrong, "");
    }

    private Fields(ObjectNode object, int wrong, String within) {
        this.object = object;
        this.wrong = wrong;
        this.within = within;
    }

    /** The fields of an object that is a field itself; none where it is not there. */
    Fields in(String name) throws Refusal {
        JsonNode value = dictionary(name);
        return new Fields(value == null ? Json.object() : (ObjectNode) value, wrong, within + name + "/");
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Nullable
    JsonNode get(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    String text(String name, String otherwise) throws Refusal {
        JsonNode value = get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isTextual()) {
            throw refusal(name, "str type expected");
        }
        if (value.textValue().length() > LONGEST_TEXT) {
            throw refusal(name, "ensure this value has at most " + LONGEST_TEXT + " characters");
        }
        return value.textValue();
    }

    /** Looks at the type only. */
    void image(String name) throws Refusal {
        JsonNode value = get(name);
        if (value != null && !value.isTextual()) {
            throw refusal(name, "str type expected");
        }
    }

    @Nullable
    Long whole(String name, long least, long most) throws Refusal {
        BigDecimal value = whole(name, BigDecimal.valueOf(least), BigDecimal.valueOf(most));
        return value == null ? null : value.longValueExact();
    }

    private @Nullable BigDecimal whole(String name, BigDecimal least, BigDecimal most) throws Refusal {
        BigDecimal value = decimal(name);
        if (value == null) {
            return null;
        }
        if (value.stripTrailingZeros().scale() > 0) {
            throw refusal(name, "value is not a valid integer");
        }
        within(name, value, least, most);
        return value;
    }

    /** Image servers count seeds from 0 to 2^32 - 1, and begin again behind that; null to leave it to chance. */
    @Nullable
    Long seed() throws Refusal {
        BigDecimal seed = whole("seed", BigDecimal.ONE.negate(), MOST_SEED);
        return seed == null || seed.signum() < 0
                ? null
                : seed.toBigIntegerExact().mod(SEEDS).longValue();
    }

    @Nullable
    Double number(String name, double least, double most) throws Refusal {
        BigDecimal value = decimal(name);
        if (value == null) {
            return null;
        }
        within(name, value, BigDecimal.valueOf(least), BigDecimal.valueOf(most));
        return value.doubleValue();
    }

    private void within(String name, BigDecimal value, BigDecimal least, BigDecimal most) throws Refusal {
        if (value.compareTo(least) < 0) {
            throw refusal(name, "ensure this value is greater than or equal to " + plain(least));
        }
        if (value.compareTo(most) > 0) {
            throw refusal(name, "ensure this value is less than or equal to " + plain(most));
        }
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private @Nullable BigDecimal decimal(String name) throws Refusal {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        String written = value.isNumber()
                ? value.asText()
                : value.isTextual() ? value.textValue().strip() : "";
        if (value.isNumber() && value.isFloatingPointNumber() && Double.isFinite(value.doubleValue())) {
            return BigDecimal.valueOf(value.doubleValue());
        }
        if (!NUMBER.matcher(written).matches()) {
            throw refusal(name, "value is not a valid number");
        }
        return new BigDecimal(written);
    }

    /** Looks at the type only. */
    void flag(String name) throws Refusal {
        JsonNode value = get(name);
        if (value == null || value.isBoolean()) {
            return;
        }
        boolean written = value.isTextual() && value.textValue().matches("(?i)true|false|on|off|yes|no|0|1");
        boolean bit = value.isInt() && (value.intValue() == 0 || value.intValue() == 1);
        if (!written && !bit) {
            throw refusal(name, "value could not be parsed to a boolean");
        }
    }

    @Nullable
    JsonNode list(String name) throws Refusal {
        JsonNode value = get(name);
        if (value != null && !value.isArray()) {
            throw refusal(name, "value is not a valid list");
        }
        return value;
    }

    void texts(String name) throws Refusal {
        JsonNode list = list(name);
        if (list != null) {
            for (JsonNode text : list) {
                if (!text.isTextual()) {
                    throw refusal(name, "str type expected");
                }
            }
        }
    }

    @Nullable
    JsonNode dictionary(String name) throws Refusal {
        JsonNode value = get(name);
        if (value != null && !value.isObject()) {
            throw refusal(name, "value is not a valid dict");
        }
        return value;
    }

    Refusal refusal(String name, String fault) {
        return new Refusal(wrong, fault, within + name);
    }

    /** The nearest size that can be drawn: each side a multiple of 8. */
    static PictureSize size(long width, long height) {
        return new PictureSize((int) Math.round(width / 8.0) * 8, (int) Math.round(height / 8.0) * 8);
    }
}

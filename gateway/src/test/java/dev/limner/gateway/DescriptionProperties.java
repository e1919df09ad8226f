package dev.limner.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.gateway.api.Apis;
import dev.limner.gateway.desk.Desk;
import dev.limner.gateway.desk.Models;
import dev.limner.gateway.http.Route;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;

/** The description that the gateway serves, held against what the gateway does with whatever is sent to it. */
class DescriptionProperties {
    private static final House HOUSE = new House();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String HTML = "<html>";

    @BeforeContainer
    static void open() throws Exception {
        HOUSE.open();
        AvatarApiTest.upload(HOUSE.as(House.MIRA), "face", "mira", "an elf", Painter.png(96, 96, 1));
    }

    @AfterContainer
    static void close() throws Exception {
        HOUSE.close();
    }

    @Example
    void it_describes_every_address_and_no_other() {
        Models models = new Models(HOUSE.studio());
        Set<String> served = new TreeSet<>();
        for (Route route : Apis.routes(
                HOUSE.studio(),
                new Desk(HOUSE.studio(), models, new Random(1), (after, task) -> task.run()),
                models,
                Runnable::run,
                null)) {
            served.add(route.method() + " " + route.path().replace("*", "{name}"));
        }
        Set<String> described = new TreeSet<>();
        for (Operation operation : operations()) {
            described.add(operation.method() + " " + operation.path());
        }

        assertThat(described).isEqualTo(served);
    }

    @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
    void whatever_is_sent_is_answered_as_described_and_never_with_a_fault_of_ours(@ForAll("requests") Sent sent) {
        Caller.Answer answer = HOUSE.as(House.MIRA).send(sent.request());

        JsonNode described = sent.operation().responses().path(Integer.toString(answer.status()));
        assertThat(answer.status()).as("%s", sent).isLessThan(500);
        assertThat(described.isMissingNode())
                .as("%s was answered with %s, which is not described", sent, answer.status())
                .isFalse();
        JsonNode schema = described.path("content").path("application/json").path("schema");
        if (!schema.isMissingNode()) {
            assertThat(new Schema(document()).faults(schema, answer.json(), "answer"))
                    .as("%s", sent)
                    .isEmpty();
        }
    }

    /** What can be asked at an address. */
    private record Operation(String method, String path, JsonNode operation) {
        JsonNode responses() {
            return operation.path("responses");
        }

        JsonNode body(String type) {
            return operation.path("requestBody").path("content").path(type).path("schema");
        }
    }

    record Sent(Operation operation, Request request, String shown) {
        @Override
        public String toString() {
            return operation.method() + " " + request.url() + " " + shown.substring(0, Math.min(400, shown.length()));
        }
    }

    private static JsonNode document() {
        return HOUSE.as(House.MIRA).get("/openapi.json").json();
    }

    private static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.add(new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
        return operations;
    }

    @Provide
    Arbitrary<Sent> requests() {
        List<Operation> all = operations();
        List<Operation> withBody =
                all.stream().filter(o -> o.operation().has("requestBody")).toList();
        return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.of(all)), Tuple.of(4, Arbitraries.of(withBody)))
                .flatMap(operation -> names().flatMap(name -> sent(operation, name)));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of("mira", "nobody", "%6dira", "wall-model", "a%20b")),
                Tuple.of(1, Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(50)));
    }

    private static Arbitrary<Sent> sent(Operation operation, String name) {
        Request.Builder to = HOUSE.as(House.MIRA).to(operation.path().replace("{name}", name));
        if (!operation.body("multipart/form-data").isMissingNode()) {
            return object(operation.body("multipart/form-data")).map(form -> {
                MultipartBody.Builder parts = new MultipartBody.Builder().setType(MultipartBody.FORM);
                parts.addFormDataPart("user", "fuzz");
                form.properties().forEach(field -> part(parts, field));
                return new Sent(
                        operation, to.method(operation.method(), parts.build()).build(), form.toString());
            });
        }
        if (!operation.body("application/json").isMissingNode()) {
            Arbitrary<String> bodies = Arbitraries.frequencyOf(
                    Tuple.of(9, object(operation.body("application/json")).map(JsonNode::toString)),
                    Tuple.of(1, Arbitraries.strings().ofMaxLength(30)));
            return bodies.map(body -> new Sent(
                    operation, to.method(operation.method(), Caller.body(body)).build(), body));
        }
        RequestBody none = operation.method().equals("POST") ? Caller.body("") : null;
        return Arbitraries.just(
                new Sent(operation, to.method(operation.method(), none).build(), ""));
    }

    private static void part(MultipartBody.Builder parts, Map.Entry<String, JsonNode> field) {
        boolean file = field.getKey().startsWith("image");
        if (!file) {
            parts.addFormDataPart(field.getKey(), field.getValue().asText());
            return;
        }
        byte[] bytes = field.getValue().isTextual()
                ? field.getValue().asText().getBytes(StandardCharsets.UTF_8)
                : Painter.png(96, 96, 5);
        parts.addFormDataPart(field.getKey(), "a.png", RequestBody.create(bytes, MediaType.get("image/png")));
    }

    /** Most fields as they are described, some as nobody expects, some not at all, and one that is not described. */
    private static Arbitrary<ObjectNode> object(JsonNode schema) {
        List<Arbitrary<Map.Entry<String, JsonNode>>> fields = new ArrayList<>();
        schema.path("properties").properties().forEach(property -> fields.add(field(property, schema)));
        fields.add(strange().map(value -> Map.entry("unheard_of", value)));
        return Combinators.combine(fields).as(entries -> {
            ObjectNode object = JSON.objectNode();
            entries.stream()
                    .filter(entry -> !entry.getValue().isMissingNode())
                    .forEach(entry -> object.set(entry.getKey(), entry.getValue()));
            return object;
        });
    }

    private static Arbitrary<Map.Entry<String, JsonNode>> field(Map.Entry<String, JsonNode> property, JsonNode schema) {
        boolean required = schema.path("required").toString().contains("\"" + property.getKey() + "\"");
        Arbitrary<JsonNode> absent = Arbitraries.just(JSON.missingNode());
        return Arbitraries.frequencyOf(
                        Tuple.of(40, fitting(property.getValue())),
                        Tuple.of(2, strange()),
                        Tuple.of(required ? 1 : 40, absent))
                .map(value -> Map.entry(property.getKey(), value));
    }

    private static Arbitrary<JsonNode> fitting(JsonNode schema) {
        if (schema.has("enum")) {
            List<JsonNode> values = new ArrayList<>();
            schema.get("enum").forEach(values::add);
            return Arbitraries.of(values);
        }
        return switch (schema.path("type").asText()) {
            case "integer" ->
                Arbitraries.longs()
                        .between(
                                schema.path("minimum").asLong(0),
                                (long) Math.min(4, schema.path("maximum").asDouble(4))
                                        + schema.path("minimum").asLong(0))
                        .map(JSON::numberNode);
            case "number" -> Arbitraries.doubles().between(0, 1).map(JSON::numberNode);
            case "boolean" -> Arbitraries.of(true, false).map(JSON::booleanNode);
            case "array" ->
                fitting(schema.path("items"))
                        .list()
                        .ofMaxSize(3)
                        .map(items -> JSON.arrayNode().addAll(items));
            case "object" -> Arbitraries.just(JSON.objectNode());
            default -> text();
        };
    }

    private static Arbitrary<JsonNode> text() {
        String image = Base64.getEncoder().encodeToString(Painter.png(96, 96, 9));
        return Arbitraries.frequencyOf(
                        Tuple.of(
                                6,
                                Arbitraries.of(
                                        "a lantern in the fog",
                                        "<be-face:mira:0.3> an elf",
                                        "<be-face:image1:0.3> an elf",
                                        "((silver hair)), [[rain]]",
                                        "1024x768",
                                        "auto",
                                        "wall-model",
                                        image)),
                        Tuple.of(
                                2,
                                Arbitraries.of(
                                        "",
                                        "<be-face:nobody:0.3>",
                                        "<be-face:mira:7>",
                                        "<be-face:mira",
                                        "<lora:x:1> ### <sd_cpp_extra_args>{}</sd_cpp_extra_args>",
                                        "\u0000\u202e\ud83d",
                                        HTML,
                                        "(".repeat(3_000),
                                        "x".repeat(40_000))),
                        Tuple.of(1, Arbitraries.strings().ofMaxLength(60)))
                .map(JSON::textNode);
    }

    private static Arbitrary<JsonNode> strange() {
        return Arbitraries.of(
                JSON.nullNode(),
                JSON.booleanNode(true),
                JSON.numberNode(-1),
                JSON.numberNode(1e308),
                JSON.numberNode(0.5),
                JSON.numberNode(new java.math.BigInteger("9".repeat(40))),
                JSON.textNode("twelve"),
                JSON.textNode(HTML),
                JSON.arrayNode().add(JSON.nullNode()).add(7),
                JSON.objectNode().put("sd_model_checkpoint", 7));
    }
}

package dev.limner.image.blockentropy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.limner.image.PictureCheck;
import dev.limner.image.Pictures;
import dev.limner.image.UnusablePictureException;
import dev.limner.image.wire.FakeService;
import dev.limner.image.wire.Form;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** The node on loopback: one route, a form, failures with status 200. */
public final class FakeNode extends FakeService {
    private static final Set<String> FIELDS =
            Set.of("prompt", "n", "model", "response_format", "quality", "size", "negprompt", "style", "user");
    private static final Pattern SIZE = Pattern.compile("(\\d{2,4})x(\\d{2,4})");
    private static final Pattern WEIGHTS = Pattern.compile("(?:(?:face|style|pose):\\d\\.\\d+(?:,(?!$)|$))*");

    private final List<Form> taken = new CopyOnWriteArrayList<>();
    private volatile boolean byUrl;
    private volatile @Nullable String key;

    public FakeNode start() {
        listen();
        return this;
    }

    FakeNode answeringByUrl() {
        byUrl = true;
        return this;
    }

    FakeNode key(String wanted) {
        key = wanted;
        return this;
    }

    List<Form> taken() {
        return taken;
    }

    @Override
    protected MockResponse answer(RecordedRequest request) {
        String wanted = key;
        if (wanted != null && !("Bearer " + wanted).equals(request.getHeaders().get("Authorization"))) {
            return status(401, "{\"detail\":\"" + request.getHeaders().get("Authorization") + "\"}");
        }
        return switch (request.getMethod() + " " + request.getUrl().encodedPath()) {
            case "POST /v1/images/edits" -> draw(request);
            case "GET /made.png" -> bytes("image/png", Pictures.png(512, 512));
            default -> status(404, "{\"detail\":\"Not Found\"}");
        };
    }

    private MockResponse draw(RecordedRequest request) {
        Optional<Form> form = Form.of(request);
        if (form.isEmpty()) {
            return status(422, "{\"detail\":\"Field required\"}");
        }
        String fault = fault(form.get());
        if (fault != null) {
            return json(200, JSON.createObjectNode().put("error", fault));
        }
        taken.add(form.get());
        Matcher size = SIZE.matcher(form.get().text("size").orElseThrow());
        byte[] png = size.matches()
                ? Pictures.png(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)))
                : Pictures.png(512, 512);
        ObjectNode answer = JSON.createObjectNode().put("created", 1_700_000_000);
        if (byUrl) {
            answer.putArray("data").addObject().put("url", url("/made.png"));
        } else {
            answer.put("data", Base64.getEncoder().encodeToString(png));
        }
        return json(200, answer);
    }

    private static @Nullable String fault(Form form) {
        for (Form.Part part : form.parts()) {
            boolean image = part.name().equals("image");
            if (!image && !FIELDS.contains(part.name()) || image != (part.file() != null)) {
                return "unexpected part " + part.name();
            }
        }
        for (Form.Part image : form.files("image")) {
            try {
                PictureCheck.of(image.bytes());
            } catch (UnusablePictureException e) {
                return "cannot identify image file";
            }
        }
        String user = form.text("user").orElse("");
        if (!WEIGHTS.matcher(user).matches()) {
            return "could not convert string to float";
        }
        int items = user.isEmpty() ? 0 : user.split(",").length;
        if (items != form.files("image").size()) {
            return "list index out of range";
        }
        boolean number = form.text("n").filter(n -> n.matches("\\d{1,19}")).isPresent();
        boolean complete = form.text("prompt").filter(p -> !p.isBlank()).isPresent()
                && form.text("size").isPresent()
                && form.text("response_format").filter("b64_json"::equals).isPresent();
        return number && complete ? null : "n, prompt, size or response_format";
    }
}

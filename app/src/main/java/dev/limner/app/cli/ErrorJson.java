package dev.limner.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Stands in for the answer about a file that cannot be composed. */
final class ErrorJson {
    private ErrorJson() {}

    static String of(String message) {
        return JsonNodeFactory.instance.objectNode().put("error", message).toString();
    }
}

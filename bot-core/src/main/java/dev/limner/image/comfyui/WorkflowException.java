package dev.limner.image.comfyui;

/** A workflow that cannot be used; the message tells the operator what is wrong with it and what to do. */
public final class WorkflowException extends Exception {
    private static final long serialVersionUID = 1L;

    public WorkflowException(String message) {
        super(message);
    }
}

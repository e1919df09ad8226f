package dev.limner.image.a1111;

/** Which program a {@link FakeA1111} behaves like. */
public enum FakeKind {
    A1111,
    FORGE,
    REFORGE,
    FORGE_NEO,
    SD_NEXT,
    SD_CPP,
    KOBOLD_CPP;

    boolean isForge() {
        return this == FORGE || this == REFORGE || this == FORGE_NEO;
    }

    boolean tellsTasks() {
        return this == A1111 || isForge();
    }

    boolean tellsProgress() {
        return tellsTasks() || this == SD_NEXT;
    }

    /** Whether it answers errors in the shape of four keys; Forge has that turned off. */
    boolean explainsErrors() {
        return this == A1111 || this == REFORGE || this == SD_NEXT;
    }
}

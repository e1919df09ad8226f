package dev.limner.image.a1111;

/** What answers behind {@code /sdapi/v1}, and how it differs. */
enum Dialect {
    A1111("AUTOMATIC1111", Progress.BY_TASK, true),
    FORGE("Forge", Progress.BY_TASK, true),
    REFORGE("reForge", Progress.BY_TASK, true),
    FORGE_NEO("Forge Neo", Progress.BY_TASK, true),
    SD_NEXT("SD.Next", Progress.OVERALL, true),
    /** An older one, which answers a request when it is done. */
    SD_CPP("stable-diffusion.cpp", Progress.NONE, false),
    /** By its own protocol, whose jobs are asked after. */
    SD_CPP_JOBS("stable-diffusion.cpp, by jobs", Progress.NONE, false),
    KOBOLD_CPP("KoboldCpp", Progress.NONE, false);

    /** What it tells of a picture under way. */
    enum Progress {
        /** That of one request, by the id that the request carried. */
        BY_TASK,
        /** That of whatever runs now. */
        OVERALL,
        NONE
    }

    private final String title;
    private final Progress progress;
    private final boolean switchesModels;

    Dialect(String title, Progress progress, boolean switchesModels) {
        this.title = title;
        this.progress = progress;
        this.switchesModels = switchesModels;
    }

    /** For people to read. */
    String title() {
        return title;
    }

    Progress progress() {
        return progress;
    }

    /** Whether a request may name its checkpoint. */
    boolean switchesModels() {
        return switchesModels;
    }

    /** Whether LoRAs have a field of their own; they stand in the prompt otherwise. */
    boolean takesLorasByField() {
        return this == SD_CPP || this == SD_CPP_JOBS || this == KOBOLD_CPP;
    }

    /** Whether Flux's guidance has the field {@code distilled_cfg_scale} of its own. */
    boolean hasDistilledGuidance() {
        return this == FORGE || this == FORGE_NEO;
    }
}

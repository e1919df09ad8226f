package dev.limner.image.openai;

/** Which program answers behind the paths of OpenAI's image endpoints, as far as it wants to be asked otherwise. */
enum Dialect {
    OPENAI("OpenAI"),
    /** Its negative prompt stands behind a vertical bar. */
    LOCAL_AI("LocalAI"),
    /** Takes what has no field in OpenAI's form as JSON at the end of the prompt. */
    SD_CPP("stable-diffusion.cpp, by OpenAI's paths"),
    OTHER("a server with OpenAI's paths");

    private final String title;

    Dialect(String title) {
        this.title = title;
    }

    /** For people to read. */
    String title() {
        return title;
    }
}

package dev.limner.prompt.cast;

/** What one place that names somebody tells about where they are. */
enum Evidence {
    /** Part of what happens. */
    THERE,
    /** Walks away: there for the moment. */
    LEAVES,
    /** Only spoken of or written of by others: it puts nobody into the picture. */
    SPOKEN_OF,
    /** Dead, painted, remembered, elsewhere. */
    AWAY
}

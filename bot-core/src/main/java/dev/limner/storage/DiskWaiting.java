package dev.limner.storage;

/**
 * The statements by which a connection is told whether to wait for the disk when it commits.
 *
 * @param on what is committed from then on outlives a power cut
 * @param off a power cut may undo the last of it
 */
record DiskWaiting(String on, String off) {
    /** <a href="https://www.sqlite.org/pragma.html#pragma_synchronous">PRAGMA synchronous</a>, in WAL mode. */
    static final DiskWaiting SQLITE = new DiskWaiting("PRAGMA synchronous = FULL", "PRAGMA synchronous = NORMAL");
}

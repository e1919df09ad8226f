package dev.limner.chat;

/** A person's account on a platform. The id is opaque outside its adapter. */
public record UserRef(PlatformId platform, String id) {
    public UserRef {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("empty id");
        }
    }

    @Override
    public String toString() {
        return platform + ":" + id;
    }
}

package dev.limner.discord.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a channel gives or takes of the rights that hold in its server: {@code type} 0 for a role, 1 for a member, as
 * Discord counts them.
 */
record Overwrite(String id, int type, long allow, long deny) {
    private static final int ROLE = 0;
    private static final int MEMBER = 1;

    static Overwrite ofRole(String role, long allow, long deny) {
        return new Overwrite(role, ROLE, allow, deny);
    }

    static Overwrite ofMember(String member, long allow, long deny) {
        return new Overwrite(member, MEMBER, allow, deny);
    }

    ObjectNode json() {
        return Json.object()
                .put("id", id)
                .put("type", type)
                .put("allow", Long.toString(allow))
                .put("deny", Long.toString(deny));
    }

    /**
     * The rights of somebody in a channel: Discord's documentation, "Permission Overwrites". Those of {@code @everyone} come
     * first, then those of all other roles at once, then the member's own; what is given wins over what is taken in each.
     *
     * @param base what their roles allow in the whole server
     * @param everyone the id of that role
     */
    static long apply(List<Overwrite> all, long base, String everyone, List<String> roles, String member) {
        long rights = step(
                all.stream()
                        .filter(o -> o.type == ROLE && o.id.equals(everyone))
                        .toList(),
                base);
        rights = step(
                all.stream().filter(o -> o.type == ROLE && roles.contains(o.id)).toList(), rights);
        return step(
                all.stream()
                        .filter(o -> o.type == MEMBER && o.id.equals(member))
                        .toList(),
                rights);
    }

    private static long step(List<Overwrite> which, long rights) {
        return (rights & ~union(which, Overwrite::deny)) | union(which, Overwrite::allow);
    }

    private static long union(List<Overwrite> which, ToLongFunction<Overwrite> part) {
        return which.stream().mapToLong(part).reduce(0, (one, other) -> one | other);
    }
}

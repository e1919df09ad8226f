package dev.limner.character;

import dev.limner.chat.CommunityRef;
import dev.limner.chat.Member;
import dev.limner.input.RefusedException;

/** Whether every avatar tag in a text is well formed, names an avatar that exists, and may be given by this person. */
@FunctionalInterface
public interface TagCheck {

    /** @throws RefusedException which names the fault and shows the right form */
    void check(String text, CommunityRef community, Member by) throws RefusedException;
}

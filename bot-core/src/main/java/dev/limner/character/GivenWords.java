package dev.limner.character;

import dev.limner.chat.Member;
import dev.limner.chat.Place;
import dev.limner.input.RefusedException;
import dev.limner.input.UserText;
import java.util.List;

/** Reads what somebody gives to be put into prompts. What a picture could not take is refused here, where it is given. */
final class GivenWords {
    static final int LONGEST_PREFIX = 2_000;
    static final int LONGEST_NEGATIVE = 1_000;
    static final int LONGEST_STATE = 500;

    private final TagCheck tagCheck;

    GivenWords(TagCheck tagCheck) {
        this.tagCheck = tagCheck;
    }

    String prefix(String given, Place place, Member by) throws RefusedException {
        return checked(UserText.paragraph("A prefix", given, LONGEST_PREFIX), place, by);
    }

    String negative(String given, Place place, Member by) throws RefusedException {
        return checked(UserText.paragraph("A negative", given, LONGEST_NEGATIVE), place, by);
    }

    String state(String given, Place place, Member by) throws RefusedException {
        return checked(UserText.paragraph("A state", given, LONGEST_STATE), place, by);
    }

    List<String> tags(String given, Place place, Member by) throws RefusedException {
        List<String> tags = GivenTags.parse(given);
        tagCheck.check(given, place.community(), by);
        return tags;
    }

    private String checked(String text, Place place, Member by) throws RefusedException {
        tagCheck.check(text, place.community(), by);
        return text;
    }
}

package org.yiwang.registry.model;

import org.yiwang.scenario.form.Field;
import tools.jackson.databind.node.ObjectNode;

/** Personal fields as they are shown: enough to tell them apart, not enough to use them. */
public final class Masked {
    private static final String HIDDEN = "****";
    private static final int LONG_CHARACTERS = 11;
    private static final int SHOWN_START = 3;
    private static final int SHOWN_END = 4;

    private Masked() {}

    /** 138****1234; of a short text such as a name the first sign alone. */
    public static String text(String plain) {
        int length = plain.codePointCount(0, plain.length());
        if (length >= LONG_CHARACTERS)
            return plain.substring(0, plain.offsetByCodePoints(0, SHOWN_START))
                    + HIDDEN
                    + plain.substring(plain.offsetByCodePoints(0, length - SHOWN_END));
        return length > 1 ? plain.substring(0, plain.offsetByCodePoints(0, 1)) + HIDDEN : HIDDEN;
    }

    /** A copy for people to see. */
    public static ObjectNode data(Register register, ObjectNode data) {
        ObjectNode copy = data.deepCopy();
        for (Field field : register.personal())
            if (copy.path(field.name()).isString())
                copy.put(field.name(), text(copy.get(field.name()).asString()));
        return copy;
    }

    /** Where a personal field comes back as it was shown, nobody has changed it: it stays what it is. */
    public static GivenEntry restore(Register register, GivenEntry given, Entry before) {
        ObjectNode data = given.data().deepCopy();
        for (Field field : register.personal()) {
            String now = before.data().path(field.name()).asString("");
            if (!now.isEmpty() && text(now).equals(data.path(field.name()).asString(""))) data.put(field.name(), now);
        }
        return new GivenEntry(data, given.lon(), given.lat(), given.shape());
    }

    public static boolean isMasked(String text) {
        return text.contains(HIDDEN);
    }
}

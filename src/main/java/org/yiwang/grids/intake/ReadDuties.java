package org.yiwang.grids.intake;

import static org.yiwang.platform.Refusal.Kind.INVALID;
import static org.yiwang.platform.Refusal.refuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.yiwang.grids.model.Duty;
import tools.jackson.databind.JsonNode;

/**
 * Duties as map software can write them: a list of {@code {name, nameEn, categories}}, or one text such as {@code 跨门经营: E0501, E0502; 夜间巡查}, for tools
 * whose properties are flat.
 */
public final class ReadDuties {
    static final int DUTIES_MAX = 40;
    private static final int CHARACTERS_MAX = 60;
    private static final Pattern CATEGORIES = Pattern.compile("[A-Z](\\d{2}){0,2}");
    private static final Pattern DUTY = Pattern.compile("[;；]");
    private static final Pattern NAMED = Pattern.compile("[:：]");
    private static final Pattern LISTED = Pattern.compile("[,，、\\s]+");

    private ReadDuties() {}

    /** @throws org.yiwang.platform.RefusedException naming the duty that cannot be read */
    public static List<Duty> read(JsonNode node) {
        List<Duty> duties = new ArrayList<>();
        if (node.isString()) for (String part : DUTY.split(node.asString(""), -1)) line(part, duties);
        else node.forEach(one -> duties.add(checked(object(one))));
        if (duties.size() > DUTIES_MAX)
            throw refuse(INVALID, "grids.too-many-duties", DUTIES_MAX).exception();
        return duties;
    }

    private static void line(String part, List<Duty> duties) {
        if (part.isBlank()) return;
        String[] named = NAMED.split(part, 2);
        List<String> categories = named.length < 2
                ? List.of()
                : Arrays.stream(LISTED.split(named[1].strip()))
                        .filter(code -> !code.isEmpty())
                        .toList();
        duties.add(checked(new Duty(named[0].strip(), null, categories)));
    }

    private static Duty object(JsonNode one) {
        if (one.isString()) return new Duty(one.asString("").strip(), null, List.of());
        List<String> categories = new ArrayList<>();
        one.path("categories").forEach(code -> categories.add(code.asString("")));
        String english = one.path("nameEn").asString("").strip();
        return new Duty(one.path("name").asString("").strip(), english.isEmpty() ? null : english, categories);
    }

    /** @throws org.yiwang.platform.RefusedException where the duty has no name or a category that is none */
    public static Duty checked(Duty duty) {
        if (duty.name().isBlank() || duty.name().length() > CHARACTERS_MAX)
            throw refuse(INVALID, "grids.nameless-duty", CHARACTERS_MAX).exception();
        for (String code : duty.categories())
            if (!CATEGORIES.matcher(code).matches())
                throw refuse(INVALID, "grids.no-category", code, duty.name()).exception();
        return duty;
    }
}

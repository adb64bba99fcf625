package org.yiwang.casework;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.model.Searched;
import org.yiwang.casework.model.Wanted;
import org.yiwang.organisation.Sight;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Tenant;

/** Reads what somebody typed to look for cases, units' names among it, and says which marks of the index are theirs to see. */
@Component
class ReadWanted {
    private static final int NAME_CHARACTERS_MIN = 2;

    private final Units units;

    ReadWanted(Units units) {
        this.units = units;
    }

    Wanted of(Staff staff, @Nullable String text) {
        String typed = text == null ? "" : text;
        Map<String, Set<String>> named = new HashMap<>();
        // Who else works on a case is not for outsiders to find out.
        if (!staff.isOutside())
            for (String word : Wanted.words(typed)) named.put(word, unitsNamed(staff.tenant(), word));
        return Wanted.of(typed, named);
    }

    private Set<String> unitsNamed(Tenant tenant, String word) {
        if (word.codePointCount(0, word.length()) < NAME_CHARACTERS_MIN) return Set.of();
        return units.all(tenant).stream()
                .filter(unit -> unit.name().contains(word) || isEnglishName(unit, word))
                .map(unit -> Searched.mark(tenant, unit.id()))
                .collect(Collectors.toSet());
    }

    private static boolean isEnglishName(Unit unit, String word) {
        return unit.nameEn().replace(" ", "").equalsIgnoreCase(word);
    }

    /** What the index is asked for: the pieces wanted, in what the person may see. */
    static String asked(Staff staff, Wanted wanted) {
        return wanted.pieces() + " & (" + seen(staff.tenant(), staff.sight()) + ")";
    }

    private static String seen(Tenant tenant, Sight sight) {
        Stream<String> marks = sight.everything()
                ? Stream.of(Searched.mark(tenant))
                : Stream.of(sight.areas(), sight.committees(), Set.of(sight.unit()))
                        .flatMap(Set::stream)
                        .map((UnitId unit) -> Searched.mark(tenant, unit));
        return marks.distinct().map(mark -> "'" + mark + "'").collect(Collectors.joining(" | "));
    }
}

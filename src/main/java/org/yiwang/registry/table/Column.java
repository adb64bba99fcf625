package org.yiwang.registry.table;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.form.Field;

/**
 * A column of a register's table.
 *
 * @param name the form's field, or one of the names of {@code CheckEntry} for the place, or of what a table only shows
 * @param field null where the column is none of the form
 */
public record Column(
        String name, Words title, Role role, @Nullable Field field) {
    private static final Pattern IDLE = Pattern.compile("[\\s\\p{Z}*＊:：]+");

    /** What a column is for. */
    public enum Role {
        FIELD,
        LON,
        LAT,
        SHAPE,
        /** Leaves with an export and is not read back. */
        SHOWN
    }

    /** As it stands at the top of a table: with the unit, where there is one. */
    public String heading(String language) {
        if (field == null || field.unit() == null) return title.in(language);
        String unit = field.unit().in(language);
        return language.equals("zh") ? title.zh() + "（" + unit + "）" : title.in(language) + " (" + unit + ")";
    }

    /** Whether a table's heading means this column, in whatever language and spelling. */
    boolean isCalled(String heading) {
        return names().contains(plain(heading));
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        names.add(plain(name));
        for (String language : languages()) {
            names.add(plain(title.in(language)));
            names.add(plain(heading(language)));
        }
        return names;
    }

    private Set<String> languages() {
        Set<String> languages = new LinkedHashSet<>(title.others().keySet());
        languages.add("zh");
        return languages;
    }

    static String plain(String heading) {
        String same = Normalizer.normalize(heading, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return IDLE.matcher(same).replaceAll("");
    }
}

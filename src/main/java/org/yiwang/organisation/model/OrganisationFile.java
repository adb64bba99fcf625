package org.yiwang.organisation.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.UnitId;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** An organisation as a file: units, staff, and how the roster is filled. */
public record OrganisationFile(List<Unit> units, List<Person> staff, List<RosterPattern> duty) {

    /**
     * @param cells a range of codes such as {@code 31011001800101-13}
     * @param shown one of the accounts to be offered first
     */
    public record Person(
            String login,
            String name,
            String nameEn,
            UnitId unit,
            Set<Role> roles,
            @Nullable Set<UnitId> areas,
            @Nullable Set<UnitId> committees,
            @Nullable String cells,
            @Nullable Boolean shown) {

        public boolean isShown() {
            return Boolean.TRUE.equals(shown);
        }

        public StaffDraft draft() {
            Scope scope = new Scope(
                    areas == null ? Set.of() : areas,
                    committees == null ? Set.of() : committees,
                    cells == null ? Set.of() : range(cells));
            return new StaffDraft(login, name, nameEn, unit, roles, scope, true);
        }
    }

    public static OrganisationFile read(Path yaml) throws IOException {
        return new YAMLMapper().readValue(Files.readString(yaml), OrganisationFile.class);
    }

    /** The codes from the first to the one that ends in the digits behind the hyphen. */
    static Set<String> range(String text) {
        int hyphen = text.indexOf('-');
        if (hyphen < 0) return Set.of(text);
        String first = text.substring(0, hyphen);
        String end = text.substring(hyphen + 1);
        String stem = first.substring(0, first.length() - end.length());
        String format = stem + "%0" + end.length() + "d";
        return IntStream.rangeClosed(Integer.parseInt(first.substring(stem.length())), Integer.parseInt(end))
                .mapToObj(format::formatted)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}

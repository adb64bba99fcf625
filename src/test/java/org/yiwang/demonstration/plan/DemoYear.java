package org.yiwang.demonstration.plan;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.yiwang.casework.CaseType;
import org.yiwang.casework.ReadCaseTypes;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.Procedure;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.model.OrganisationFile;
import org.yiwang.organisation.model.StaffDraft;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.BundledPackages;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.form.Form;
import org.yiwang.territory.Daqiao;
import org.yiwang.worktime.Calendars;
import org.yiwang.worktime.WorkCalendar;

/** The shipped demonstration year, planned from its files without a database. */
public final class DemoYear {
    static final Path FILE = Path.of("examples", "year-2021.yaml");
    static final Path TEXTS = Path.of("examples", "texts");
    static final WorkCalendar CALENDAR = Calendars.office();
    private static final CaseType.All TYPES = types();
    static final Map<String, Category> CATEGORIES = categories();
    private static final Map<String, Procedure> PROCEDURES = procedures();

    private DemoYear() {}

    public static YearPlan file() {
        try {
            return YearFile.read(FILE, CATEGORIES.keySet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static PlannedYear plan(YearPlan year) {
        try {
            return PlannedYear.of(
                    year,
                    CALENDAR,
                    CATEGORIES,
                    PROCEDURES,
                    Daqiao.TERRITORY,
                    organisation().units(),
                    people(),
                    TextBook.read(TEXTS),
                    album(),
                    new PlannedYear.Found(found(year), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Staff> people() throws IOException {
        return organisation().staff().stream()
                .map(person -> staff(person.draft()))
                .toList();
    }

    private static OrganisationFile organisation() throws IOException {
        return OrganisationFile.read(Daqiao.FOLDER.resolve("organisation.yaml"));
    }

    static List<Finds> found(YearPlan year) throws IOException {
        return year.safety() == null
                ? List.of()
                : List.of(new PlannedHazards(year, CALENDAR, Daqiao.TERRITORY, units(year)));
    }

    static PlannedUnits units(YearPlan year) throws IOException {
        return PlannedUnits.of(year, Daqiao.TERRITORY, ShopBook.read(TEXTS), UnitBook.read(TEXTS));
    }

    static Album album() {
        Map<String, UUID> drawings = new LinkedHashMap<>();
        for (String scene : Scenes.all()) {
            for (int variant = 0; variant < Album.VARIANTS; variant++) {
                for (boolean settled : new boolean[] {false, true}) {
                    String name = Album.name(scene, settled, variant);
                    drawings.put(name, UUID.nameUUIDFromBytes(name.getBytes(US_ASCII)));
                }
            }
        }
        return new Album(drawings);
    }

    private static Staff staff(StaffDraft draft) {
        return new Staff(
                UUID.nameUUIDFromBytes(draft.login().getBytes(US_ASCII)),
                new Tenant(310110018),
                draft.login(),
                draft.name(),
                draft.nameEn(),
                draft.unit(),
                draft.roles(),
                Access.sight(
                        draft.roles(),
                        draft.unit(),
                        draft.scope().areas(),
                        draft.scope().committees()));
    }

    private static CaseType.All types() {
        Map<String, CaseType> all = new LinkedHashMap<>();
        List<PackageFiles> bundled = BundledPackages.read().values().stream()
                .map(content -> PackageFiles.of(content, List.of(), new Faults()))
                .toList();
        BundledPackages.read()
                .values()
                .forEach(content ->
                        all.putAll(ReadCaseTypes.of(PackageFiles.of(content, bundled, new Faults()), new Faults())
                                .types()));
        return new CaseType.All(all, Map.of());
    }

    private static Map<String, Category> categories() {
        Map<String, Category> all = new LinkedHashMap<>();
        TYPES.categories().forEach(category -> all.put(category.code(), category));
        return all;
    }

    private static Map<String, Procedure> procedures() {
        Map<String, Procedure> all = new LinkedHashMap<>();
        TYPES.types().forEach((code, type) -> all.put(code, type.procedure()));
        return all;
    }

    static Form form(String category) {
        CaseType type = TYPES.types().get(category);
        return type == null ? Form.empty() : type.form();
    }

    static Set<String> codes() {
        return CATEGORIES.keySet();
    }
}

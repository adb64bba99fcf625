package org.yiwang.demonstration.plan;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.ClockName;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.model.OrganisationFile;
import org.yiwang.organisation.model.StaffDraft;
import org.yiwang.platform.Tenant;
import org.yiwang.territory.Daqiao;
import org.yiwang.worktime.Calendars;
import org.yiwang.worktime.Limit;
import org.yiwang.worktime.WorkCalendar;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The shipped demonstration year, planned from its files without a database. */
final class DemoYear {
    static final Path FILE = Path.of("examples", "year-2021.yaml");
    static final Path TEXTS = Path.of("examples", "texts");
    static final WorkCalendar CALENDAR = Calendars.office();
    static final Map<String, Category> CATEGORIES = categories();

    private DemoYear() {}

    record Source(Map<String, Profile> profiles, List<Row> categories) {}

    record Profile(Map<ClockName, Limit> limits, Limit reply, Category.Photos evidence) {}

    record Row(
            String code,
            Category.Kind kind,
            String zh,
            String en,
            String profile,
            String lead,
            boolean open,
            boolean selfHandle,
            boolean urgent) {
        Category category(Profile of) {
            boolean committee = lead.equals("committee");
            Category.Lead who = new Category.Lead(
                    committee ? Category.Lead.By.COMMITTEE : Category.Lead.By.UNIT,
                    committee ? null : new UnitId(lead));
            return new Category(
                    code, null, kind, zh, en, open, selfHandle, urgent, of.evidence(), of.limits(), of.reply(), who);
        }
    }

    static YearPlan file() {
        try {
            return YearFile.read(FILE, CATEGORIES.keySet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PlannedYear plan(YearPlan year) {
        try {
            OrganisationFile people = OrganisationFile.read(Daqiao.FOLDER.resolve("organisation.yaml"));
            return PlannedYear.of(
                    year,
                    CALENDAR,
                    CATEGORIES,
                    Daqiao.TERRITORY,
                    people.units(),
                    people.staff().stream().map(person -> staff(person.draft())).toList(),
                    TextBook.read(TEXTS),
                    album());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static Map<String, Category> categories() {
        try (InputStream in = DemoYear.class.getResourceAsStream("/casework/categories.yaml")) {
            Source source = new YAMLMapper().readValue(in, Source.class);
            Map<String, Category> all = new LinkedHashMap<>();
            for (Row row : source.categories())
                all.put(row.code(), row.category(source.profiles().get(row.profile())));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> codes() {
        return CATEGORIES.keySet();
    }
}

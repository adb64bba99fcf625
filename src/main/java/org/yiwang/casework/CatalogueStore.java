package org.yiwang.casework;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.yiwang.casework.model.Catalogue;
import org.yiwang.casework.model.Catalogue.Then;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.Decide;
import org.yiwang.casework.model.Edition;
import org.yiwang.casework.model.Flow;
import org.yiwang.casework.model.Procedure;
import org.yiwang.casework.model.Reckoning;
import org.yiwang.casework.store.CaseJson;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.PackageLibrary;
import org.yiwang.scenario.PackagePublished;
import org.yiwang.scenario.PublishedPackage;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.form.Form;
import org.yiwang.worktime.WorkCalendar;

/**
 * Each sub-district's categories with what they ask: those of the packages in force, with what the desk has changed. Kept in memory and read again when either
 * changes.
 */
@Component
public class CatalogueStore {
    private static final int GROUP_CHARACTERS = 3;
    private static final int NOT_PUBLISHED = 0;
    private static final Words NO_GROUP = new Words("其他", Map.of("en", "Other"));

    /** Versions of each package by its id, the one in force last. */
    interface Published extends Function<Tenant, Map<String, List<PublishedPackage>>> {}

    /** A version so old that it is not among them. */
    interface Older extends BiFunction<Tenant, Edition, Optional<PackageFiles>> {}

    private record Held(Catalogue catalogue, Map<String, Words> groups, Decide decide) {}

    private final JdbcClient db;
    private final CaseJson json;
    private final Published published;
    private final Published withdrawn;
    private final Older older;
    private final StandardCatalogue standard;
    private final Flow flow;
    private final WorkCalendar calendar;
    private final Ids ids;
    private final Map<Integer, Held> held = new ConcurrentHashMap<>();

    @Autowired
    CatalogueStore(
            JdbcClient db,
            CaseJson json,
            PackageLibrary library,
            StandardCatalogue standard,
            Flow flow,
            WorkCalendar calendar,
            Ids ids) {
        this(
                db,
                json,
                library::published,
                library::withdrawn,
                (tenant, edition) -> library.past(tenant, edition.pack(), edition.version()),
                standard,
                flow,
                calendar,
                ids);
    }

    /** With the standard catalogue alone. */
    CatalogueStore(
            JdbcClient db, CaseJson json, StandardCatalogue standard, Flow flow, WorkCalendar calendar, Ids ids) {
        this(
                db,
                json,
                tenant -> standard.published(),
                tenant -> Map.of(),
                (tenant, edition) -> Optional.empty(),
                standard,
                flow,
                calendar,
                ids);
    }

    private CatalogueStore(
            JdbcClient db,
            CaseJson json,
            Published published,
            Published withdrawn,
            Older older,
            StandardCatalogue standard,
            Flow flow,
            WorkCalendar calendar,
            Ids ids) {
        this.db = db;
        this.json = json;
        this.published = published;
        this.withdrawn = withdrawn;
        this.older = older;
        this.standard = standard;
        this.flow = flow;
        this.calendar = calendar;
        this.ids = ids;
    }

    public Catalogue of(Tenant tenant) {
        return held(tenant).catalogue();
    }

    /** The decisions of this sub-district: its catalogue under the flow table. */
    public Decide decide(Tenant tenant) {
        return held(tenant).decide();
    }

    /** What the category asks now; empty where it asks nothing. */
    public Form form(Tenant tenant, String category) {
        return form(tenant, category, null);
    }

    /** What the category asked in this edition; what it asks now where the edition is not known. */
    public Form form(Tenant tenant, String category, @Nullable Edition edition) {
        return of(tenant).procedure(category, edition).form();
    }

    /** The sub-class that the category stands in. */
    public Words group(Tenant tenant, String category) {
        String id = category.substring(0, Math.min(GROUP_CHARACTERS, category.length()));
        return held(tenant).groups().getOrDefault(id, NO_GROUP);
    }

    /** Reads everything again, after units or categories have changed. */
    public void refresh() {
        held.clear();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void published(PackagePublished now) {
        held.remove(now.tenant().code());
    }

    /** Puts a changed category in force; cases that are under way keep the limits they started with. */
    public void save(Tenant tenant, Category category) {
        db.sql("""
               insert into casework.category (tenant, code, content) values (:tenant, :code, :content::jsonb)
               on conflict (tenant, code) do update set content = excluded.content
               """)
                .param("tenant", tenant.code())
                .param("code", category.code())
                .param("content", json.write(category))
                .update();
        refresh();
    }

    private Held held(Tenant tenant) {
        return held.computeIfAbsent(tenant.code(), code -> load(tenant));
    }

    private Held load(Tenant tenant) {
        Map<String, Category> now = new HashMap<>();
        Map<String, Edition> editions = new HashMap<>();
        Map<Edition, Map<String, Category>> past = new HashMap<>();
        Map<Edition, Map<String, Procedure>> procedures = new HashMap<>();
        Map<String, Words> groups = new HashMap<>();
        Map<String, Category> changed = changed(tenant);
        published.apply(tenant).forEach((id, versions) -> {
            for (PublishedPackage version : versions) {
                Edition edition = new Edition(id, version.version());
                CaseType.All all = ReadCaseTypes.of(version.files(), new Faults());
                past.put(edition, categories(all, changed));
                procedures.put(edition, procedures(all));
                if (version.version() != versions.getLast().version()) continue;
                now.putAll(categories(all, changed));
                all.types().keySet().forEach(code -> editions.put(code, edition));
                groups.putAll(all.groups());
            }
        });
        withdrawn.apply(tenant).forEach((id, versions) -> {
            for (PublishedPackage version : versions) {
                CaseType.All all = ReadCaseTypes.of(version.files(), new Faults());
                past.put(new Edition(id, version.version()), categories(all, changed));
                procedures.put(new Edition(id, version.version()), procedures(all));
            }
        });
        Catalogue catalogue = new Catalogue(
                inOrder(now),
                editions,
                past,
                procedures,
                standard.reasonCodes(),
                units(tenant),
                older(tenant, changed));
        Decide decide = new Decide(flow, catalogue, new Reckoning(calendar, flow.ladder()), ids::next);
        return new Held(catalogue, groups, decide);
    }

    /** Each is read once, however many cases ask for it. */
    private Function<Edition, Then> older(Tenant tenant, Map<String, Category> changed) {
        Map<Edition, Then> read = new ConcurrentHashMap<>();
        return edition -> read.computeIfAbsent(edition, old -> older.apply(tenant, old)
                .map(files -> ReadCaseTypes.of(files, new Faults()))
                .map(all -> new Then(categories(all, changed), procedures(all)))
                .orElse(Then.NOTHING));
    }

    /** What would count if this package were in force as it stands here. Nothing is kept of it. */
    Catalogue with(Tenant tenant, PackageFiles changed) {
        Catalogue now = of(tenant);
        Edition edition = new Edition(changed.pack().id(), NOT_PUBLISHED);
        CaseType.All all = ReadCaseTypes.of(changed, new Faults());
        Map<String, Category> categories = new HashMap<>(now.categories());
        Map<String, Edition> editions = new HashMap<>(now.editions());
        categories.keySet().removeIf(code -> edition.pack().equals(packOf(now, code)));
        editions.values().removeIf(before -> before.pack().equals(edition.pack()));
        categories.putAll(categories(all, changed(tenant)));
        all.types().keySet().forEach(code -> editions.put(code, edition));
        Map<Edition, Map<String, Procedure>> procedures = new HashMap<>(now.procedures());
        procedures.put(edition, procedures(all));
        return new Catalogue(
                inOrder(categories), editions, Map.of(), procedures, now.reasons(), now.units(), now.older());
    }

    private static @Nullable String packOf(Catalogue catalogue, String code) {
        Edition edition = catalogue.editions().get(code);
        return edition == null ? null : edition.pack();
    }

    private Map<String, Category> changed(Tenant tenant) {
        Map<String, Category> changed = new HashMap<>();
        db.sql("select content from casework.category where tenant = ?")
                .param(tenant.code())
                .query((row, number) -> json.read(row.getString(1), Category.class))
                .list()
                .forEach(category -> changed.put(category.code(), category));
        return changed;
    }

    private static Map<String, Category> categories(CaseType.All all, Map<String, Category> changed) {
        Map<String, Category> categories = new LinkedHashMap<>();
        all.types().forEach((code, type) -> categories.put(code, changed.getOrDefault(code, type.category())));
        return categories;
    }

    private static Map<String, Procedure> procedures(CaseType.All all) {
        Map<String, Procedure> procedures = new HashMap<>();
        all.types().forEach((code, type) -> procedures.put(code, type.procedure()));
        return procedures;
    }

    private static Map<String, Category> inOrder(Map<String, Category> categories) {
        Map<String, Category> ordered = new LinkedHashMap<>();
        CaseType.inOrder(categories.values()).forEach(category -> ordered.put(category.code(), category));
        return ordered;
    }

    private Set<UnitId> units(Tenant tenant) {
        return db.sql("select id from organisation.unit where tenant = ?")
                .param(tenant.code())
                .query((row, number) -> new UnitId(row.getString(1)))
                .set();
    }
}

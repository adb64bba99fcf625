package org.yiwang.grids;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiwang.grids.intake.Ground;
import org.yiwang.grids.model.Department;
import org.yiwang.grids.model.Edition;
import org.yiwang.grids.model.Grid;
import org.yiwang.grids.model.Line;
import org.yiwang.grids.model.Share;
import org.yiwang.grids.model.Survey;
import org.yiwang.grids.store.GridStore;
import org.yiwang.platform.Tenant;
import org.yiwang.territory.Territories;
import org.yiwang.territory.Territory;

/** Editions of grids laid over the cells. What an edition of the grids gives over an edition of the map never changes, so it is reckoned once. */
@Component
class Surveys {
    private static final int KEPT_MAX = 64;

    private record Key(Tenant tenant, String department, int edition, long map) {}

    private record Laid(Map<String, Grid> grids, Map<String, List<Share>> shares) {}

    private record Grounds(long map, Ground ground) {}

    private final GridStore store;
    private final Territories territories;
    private final Map<Key, Laid> kept = new ConcurrentHashMap<>();
    private final Map<Tenant, Grounds> grounds = new ConcurrentHashMap<>();

    Surveys(GridStore store, Territories territories) {
        this.store = store;
        this.territories = territories;
    }

    /** Those in force on the day, in the departments' order. */
    List<Survey> on(Tenant tenant, LocalDate day) {
        Map<String, Edition> inForce = new HashMap<>();
        for (Edition edition : store.editions(tenant))
            if (!edition.from().isAfter(day)) inForce.putIfAbsent(edition.department(), edition);
        return surveys(tenant, inForce);
    }

    /** Those that the lines of a table refer to, in the departments' order. */
    List<Survey> of(Tenant tenant, List<Line> lines) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        lines.forEach(line -> numbers.put(line.department(), line.edition()));
        Map<String, Edition> editions = store.editions(tenant).stream()
                .filter(edition -> Integer.valueOf(edition.number()).equals(numbers.get(edition.department())))
                .collect(Collectors.toMap(Edition::department, Function.identity()));
        return surveys(tenant, editions);
    }

    private List<Survey> surveys(Tenant tenant, Map<String, Edition> editions) {
        List<Survey> surveys = new ArrayList<>();
        for (Department department : store.departments(tenant)) {
            Edition edition = editions.get(department.code());
            if (edition != null) surveys.add(survey(tenant, department, edition));
        }
        return surveys;
    }

    Survey survey(Tenant tenant, Department department, Edition edition) {
        Territory territory = territories.of(tenant);
        if (kept.size() >= KEPT_MAX) kept.clear();
        Laid laid = kept.computeIfAbsent(
                new Key(tenant, department.code(), edition.number(), territory.edition()),
                key -> lay(ground(tenant), store.grids(tenant, key.department(), key.edition())));
        return new Survey(department, edition, laid.grids(), laid.shares());
    }

    /** Grids that are not kept yet, as they would lie. */
    Survey survey(Tenant tenant, Department department, Edition edition, List<Grid> grids) {
        Laid laid = lay(ground(tenant), grids);
        return new Survey(department, edition, laid.grids(), laid.shares());
    }

    Ground ground(Tenant tenant) {
        Territory territory = territories.of(tenant);
        return grounds.compute(
                        tenant,
                        (any, known) -> known != null && known.map() == territory.edition()
                                ? known
                                : new Grounds(territory.edition(), new Ground(territory)))
                .ground();
    }

    List<String> cells(Tenant tenant) {
        return List.copyOf(ground(tenant).cells().keySet());
    }

    private static Laid lay(Ground ground, List<Grid> grids) {
        Map<String, Grid> byCode = new LinkedHashMap<>();
        grids.forEach(grid -> byCode.put(grid.code(), grid));
        return new Laid(byCode, ground.shareOut().of(grids));
    }
}

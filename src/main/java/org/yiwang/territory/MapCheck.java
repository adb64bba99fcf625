package org.yiwang.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.yiwang.platform.Tenant;

/** Whether the cells fit together and fit the committees: codes, units, overlaps, gaps, and the right datum. */
final class MapCheck {
    /** Smaller overlaps and gaps come from rounding. */
    static final double SLIVER_SQUARE_METRES = 1;

    private static final double CELLS_AT_HOME = 0.6;
    private static final double CELLS_AT_HOME_ONCE_CONVERTED = 0.9;

    private final MapErrors errors;
    private final Map<String, MapFeature> committees = new TreeMap<>();
    private final List<MapFeature> cells = new ArrayList<>();
    private final List<ImportAnswer.Patch> overlaps = new ArrayList<>();
    private final List<ImportAnswer.Patch> gaps = new ArrayList<>();

    MapCheck(Tenant tenant, List<MapFeature> map, MapErrors errors) {
        this.errors = errors;
        Pattern code = Pattern.compile(tenant.code() + "\\d{5,6}");
        for (MapFeature feature : map) {
            if (feature.layer() == Layer.COMMITTEE) checkCommittee(feature);
            if (feature.layer() == Layer.CELL) cells.add(feature);
        }
        for (MapFeature cell : cells) checkCell(cell, code, tenant);
        if (errors.isEmpty()) checkDatum();
        if (errors.isEmpty()) findOverlaps();
        if (errors.isEmpty()) compareWithCommittees();
    }

    List<ImportAnswer.Patch> overlaps() {
        return overlaps;
    }

    List<ImportAnswer.Patch> gaps() {
        return gaps;
    }

    private void checkCommittee(MapFeature committee) {
        String unit = committee.unit();
        if (unit == null || committee.area() == null) errors.add(committee.code(), "territory.committee-incomplete");
        else committees.put(unit, committee);
    }

    private void checkCell(MapFeature cell, Pattern code, Tenant tenant) {
        if (!code.matcher(cell.code()).matches())
            errors.add(cell.code(), "territory.wrong-code", cell.code(), String.valueOf(tenant.code()));
        String committee = cell.committee();
        MapFeature home = committee == null ? null : committees.get(committee);
        if (home != null && !cell.code().startsWith(home.code()))
            errors.add(cell.code(), "territory.foreign-code", cell.code(), home.label(), home.code());
        if (home == null)
            errors.add(
                    cell.code(),
                    "territory.unknown-committee",
                    committee == null ? "-" : committee,
                    String.join(", ", committees.keySet()));
    }

    /** A map in the wrong datum lies a few hundred metres off as a whole: few cells lie in their committee, and nearly all once they are converted. */
    private void checkDatum() {
        Map<String, PreparedGeometry> homes = new HashMap<>();
        committees.forEach((unit, shape) -> homes.put(unit, PreparedGeometryFactory.prepare(shape.geometry())));
        if (cells.isEmpty() || atHome(homes, UnaryOperator.identity()) >= CELLS_AT_HOME) return;
        for (Datum datum : List.of(Datum.GCJ02, Datum.BD09)) {
            if (atHome(homes, datum::toWgs84) >= CELLS_AT_HOME_ONCE_CONVERTED)
                errors.add("*", "territory.probably-" + datum.id(), datum.id());
            if (atHome(homes, datum::fromWgs84) >= CELLS_AT_HOME_ONCE_CONVERTED)
                errors.add("*", "territory.probably-wgs84", datum.id());
        }
    }

    private double atHome(Map<String, PreparedGeometry> homes, UnaryOperator<LonLat> converted) {
        long inside = cells.stream()
                .filter(cell -> {
                    PreparedGeometry home = homes.get(cell.committee());
                    return home != null && home.covers(GeoJson.point(converted.apply(Territory.middle(cell))));
                })
                .count();
        return (double) inside / cells.size();
    }

    private void findOverlaps() {
        STRtree tree = new STRtree();
        for (int i = 0; i < cells.size(); i++)
            tree.insert(cells.get(i).geometry().getEnvelopeInternal(), i);
        for (int i = 0; i < cells.size(); i++)
            for (Object near : tree.query(cells.get(i).geometry().getEnvelopeInternal()))
                if ((Integer) near > i) compare(cells.get(i), cells.get((Integer) near));
    }

    private void compare(MapFeature a, MapFeature b) {
        Geometry common = OverlayNGRobust.overlay(a.geometry(), b.geometry(), OverlayNG.INTERSECTION);
        double size = Earth.squareMetres(common);
        if (size <= SLIVER_SQUARE_METRES) return;
        overlaps.add(patch(List.of(a.code(), b.code()), common));
        errors.add(b.code(), "territory.overlap", a.code(), Math.round(size));
    }

    private void compareWithCommittees() {
        Map<String, List<Geometry>> shapes = new TreeMap<>();
        for (MapFeature cell : cells)
            shapes.computeIfAbsent(String.valueOf(cell.committee()), any -> new ArrayList<>())
                    .add(cell.geometry());
        committees.forEach((unit, committee) -> {
            Geometry covered = OverlayNGRobust.union(shapes.getOrDefault(unit, List.of()), GeoJson.SHAPES);
            compareWithCommittee(unit, committee.geometry(), covered);
        });
    }

    private void compareWithCommittee(String unit, Geometry committee, Geometry covered) {
        Geometry beyond = OverlayNGRobust.overlay(covered, committee, OverlayNG.DIFFERENCE);
        if (Earth.squareMetres(beyond) > SLIVER_SQUARE_METRES)
            errors.add(unit, "territory.beyond-committee", unit, Math.round(Earth.squareMetres(beyond)));
        Geometry open = OverlayNGRobust.overlay(committee, covered, OverlayNG.DIFFERENCE);
        for (int i = 0; i < open.getNumGeometries(); i++) {
            Geometry gap = open.getGeometryN(i);
            if (Earth.squareMetres(gap) > SLIVER_SQUARE_METRES) gaps.add(patch(List.of(unit), gap));
        }
    }

    private static ImportAnswer.Patch patch(List<String> of, Geometry shape) {
        var point = shape.getInteriorPoint();
        return new ImportAnswer.Patch(
                of, Math.round(Earth.squareMetres(shape)), new LonLat(point.getX(), point.getY()).rounded());
    }
}

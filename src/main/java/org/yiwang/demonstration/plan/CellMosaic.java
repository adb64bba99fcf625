package org.yiwang.demonstration.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.yiwang.territory.Cell;
import org.yiwang.territory.Layer;
import org.yiwang.territory.MapFeature;
import org.yiwang.territory.Territory;

/** The cells of the map as pieces of which larger grids are put together. */
final class CellMosaic {
    private final List<Cell> cells;
    private final Map<String, Geometry> shapes = new LinkedHashMap<>();
    private final Map<String, Coordinate> middles = new LinkedHashMap<>();
    private final Map<String, List<String>> neighbours = new LinkedHashMap<>();

    CellMosaic(Territory territory) {
        cells = territory.cells();
        territory.of(Layer.CELL).stream()
                .sorted(Comparator.comparing(MapFeature::code))
                .forEach(cell -> shapes.put(cell.code(), cell.geometry()));
        shapes.forEach((code, shape) -> middles.put(code, shape.getCentroid().getCoordinate()));
        STRtree tree = new STRtree();
        shapes.forEach((code, shape) -> tree.insert(shape.getEnvelopeInternal(), code));
        shapes.forEach((code, shape) -> neighbours.put(code, touching(tree, code, shape)));
    }

    private List<String> touching(STRtree tree, String code, Geometry shape) {
        List<String> found = new ArrayList<>();
        var prepared = PreparedGeometryFactory.prepare(shape);
        for (Object near : tree.query(shape.getEnvelopeInternal()))
            if (!near.equals(code) && prepared.intersects(shape((String) near))) found.add((String) near);
        found.sort(Comparator.naturalOrder());
        return found;
    }

    Geometry shape(String cell) {
        return Objects.requireNonNull(shapes.get(cell), cell);
    }

    List<String> neighbours(String cell) {
        return neighbours.getOrDefault(cell, List.of());
    }

    /** So many regions around cells that lie far apart, whatever committee they are in: the region of each cell. */
    Map<String, Integer> around(int count, Dice dice) {
        List<Coordinate> seeds = seeds(count, dice);
        Map<String, Integer> regions = new TreeMap<>();
        middles.forEach((code, at) -> regions.put(code, nearest(seeds, at)));
        return regions;
    }

    private List<Coordinate> seeds(int count, Dice dice) {
        List<Coordinate> all = new ArrayList<>(middles.values());
        List<Coordinate> seeds = new ArrayList<>(List.of(dice.pick(all)));
        while (seeds.size() < Math.min(count, all.size()))
            seeds.add(all.stream()
                    .max(Comparator.comparingDouble(at -> at.distance(seeds.get(nearest(seeds, at)))))
                    .orElseThrow());
        return seeds;
    }

    private static int nearest(List<Coordinate> seeds, Coordinate at) {
        int nearest = 0;
        for (int i = 1; i < seeds.size(); i++)
            if (seeds.get(i).distance(at) < seeds.get(nearest).distance(at)) nearest = i;
        return nearest;
    }

    /** So many regions that stay within committees, each a run of codes, as inspectors walk them. */
    Map<String, Integer> within(int count) {
        Map<String, List<String>> byCommittee = new TreeMap<>();
        cells.forEach(cell -> byCommittee
                .computeIfAbsent(cell.committee(), any -> new ArrayList<>())
                .add(cell.code()));
        int each = Math.max(1, count / byCommittee.size());
        Map<String, Integer> regions = new TreeMap<>();
        int first = 0;
        for (List<String> codes : byCommittee.values()) {
            int size = Math.max(1, codes.size() / each);
            for (int i = 0; i < codes.size(); i++) regions.put(codes.get(i), first + Math.min(each - 1, i / size));
            first += each;
        }
        return regions;
    }
}

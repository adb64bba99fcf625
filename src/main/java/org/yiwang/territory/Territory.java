package org.yiwang.territory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/** The sub-district's map as it stands in one edition. Immutable; answers in memory. */
public final class Territory {
    private final long edition;
    private final List<MapFeature> features;
    private final List<Cell> cells;
    private final Map<String, Cell> byCode = new HashMap<>();
    private final List<LonLat> middles;
    private final CellIndex index;
    private final Surroundings surroundings;

    Territory(long edition, List<MapFeature> features) {
        this.edition = edition;
        this.features = withAreas(features);
        List<MapFeature> shapes = of(Layer.CELL).stream()
                .sorted(Comparator.comparing(MapFeature::code))
                .toList();
        cells = shapes.stream().map(Territory::cell).toList();
        cells.forEach(cell -> byCode.put(cell.code(), cell));
        middles = shapes.stream().map(Territory::middle).toList();
        index = new CellIndex(shapes.stream().map(MapFeature::geometry).toList());
        surroundings = new Surroundings(this.features);
    }

    /** The cell that the point lies in; null outside the sub-district. A point on a common edge belongs to the cell with the lower code. */
    public @Nullable Cell cellAt(LonLat point) {
        int found = index.find(point.lon(), point.lat());
        return found == CellIndex.OUTSIDE ? null : cells.get(found);
    }

    /** Cell, suggested address and what is near; null outside the sub-district. */
    public @Nullable Located locate(LonLat point) {
        Cell cell = cellAt(point);
        return cell == null ? null : surroundings.around(point, cell);
    }

    /** All cells in the order of their codes. */
    public List<Cell> cells() {
        return cells;
    }

    public @Nullable Cell cell(String code) {
        return byCode.get(code);
    }

    /** A point well inside the cell at this position of {@link #cells()}. */
    public LonLat middleOf(int cell) {
        return middles.get(cell);
    }

    public List<MapFeature> features() {
        return features;
    }

    public List<MapFeature> of(Layer layer) {
        return features.stream().filter(feature -> feature.layer() == layer).toList();
    }

    /** Grows by one with every change of the map; 0 where there is none yet. */
    public long edition() {
        return edition;
    }

    /** A cell's area is that of its committee, whatever its own row says. */
    private static List<MapFeature> withAreas(List<MapFeature> features) {
        Map<String, String> areas = new HashMap<>();
        for (MapFeature feature : features)
            if (feature.layer() == Layer.COMMITTEE && feature.unit() != null && feature.area() != null)
                areas.put(feature.unit(), feature.area());
        return features.stream()
                .map(feature -> feature.layer() == Layer.CELL ? feature.in(areas.get(feature.committee())) : feature)
                .toList();
    }

    private static Cell cell(MapFeature shape) {
        return new Cell(
                shape.code(),
                shape.label(),
                Objects.requireNonNullElse(shape.nameEn(), shape.label()),
                Objects.requireNonNull(shape.committee()),
                Objects.requireNonNull(shape.area()));
    }

    static LonLat middle(MapFeature shape) {
        Point point = shape.geometry().getInteriorPoint();
        return new LonLat(point.getX(), point.getY()).rounded();
    }
}

package org.yiwang.insight;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import org.yiwang.insight.model.Ground;
import org.yiwang.platform.Tenant;
import org.yiwang.territory.Cell;
import org.yiwang.territory.Layer;
import org.yiwang.territory.LonLat;
import org.yiwang.territory.MapFeature;
import org.yiwang.territory.Territories;
import org.yiwang.territory.Territory;

/** The map's cells as the analysis needs them: what touches what, and what lies near. Kept until the map changes. */
@Component
class MapGround {
    /** Cells on both sides of a lane touch. */
    private static final double GAP_METRES = 12;

    private static final double METRES_PER_DEGREE = 111_195;

    private record Held(long edition, Ground ground) {}

    private final Territories territories;
    private final Map<Tenant, Held> held = new ConcurrentHashMap<>();

    MapGround(Territories territories) {
        this.territories = territories;
    }

    Ground of(Tenant tenant) {
        Territory territory = territories.of(tenant);
        Held now = held.get(tenant);
        if (now != null && now.edition() == territory.edition()) return now.ground();
        Ground ground = of(territory);
        held.put(tenant, new Held(territory.edition(), ground));
        return ground;
    }

    static Ground of(Territory territory) {
        List<Cell> cells = territory.cells();
        List<Geometry> shapes = territory.of(Layer.CELL).stream()
                .sorted(Comparator.comparing(MapFeature::code))
                .map(MapFeature::geometry)
                .toList();
        double[] x = new double[cells.size()];
        double[] y = new double[cells.size()];
        for (int i = 0; i < cells.size(); i++) {
            LonLat middle = territory.middleOf(i);
            y[i] = middle.lat() * METRES_PER_DEGREE;
            x[i] = middle.lon() * METRES_PER_DEGREE * Math.cos(Math.toRadians(middle.lat()));
        }
        int[][] touching = IntStream.range(0, shapes.size())
                .mapToObj(i -> touching(i, shapes))
                .toArray(int[][]::new);
        return new Ground(cells.stream().map(Cell::code).toList(), x, y, touching);
    }

    private static int[] touching(int cell, List<Geometry> shapes) {
        double gap = GAP_METRES / METRES_PER_DEGREE;
        Envelope around = new Envelope(shapes.get(cell).getEnvelopeInternal());
        around.expandBy(2 * gap);
        return IntStream.range(0, shapes.size())
                .filter(other -> other != cell
                        && around.intersects(shapes.get(other).getEnvelopeInternal())
                        && shapes.get(cell).isWithinDistance(shapes.get(other), gap))
                .toArray();
    }
}

package org.yiwang.casework;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.contract.SchemaName;

/** Open cases near by that may be the same matter, the likeliest first. */
@Service
public class SimilarCases {
    /** Staff look up to a kilometre around, as FixMyStreet's inspectors do. */
    private static final double METRES_MAX = 1_000;

    private static final int CANDIDATES_MAX = 200;
    private static final int SHOWN_MAX = 12;
    private static final double METRES_PER_DEGREE = 111_320;
    private static final double WEIGHT_OF_CATEGORY = 0.5;

    /**
     * A candidate.
     *
     * @param score from 0 to 1: half for the same category, half for nearness
     */
    @SchemaName("SimilarCase")
    public record Similar(FindCases.Line item, long metres, boolean sameCategory, double score) {}

    private final FindCases find;

    SimilarCases(FindCases find) {
        this.find = find;
    }

    public List<Similar> to(Staff staff, CaseFile file, Instant now) {
        return at(staff, file.place().lon(), file.place().lat(), file.category(), now).stream()
                .filter(similar -> !similar.item().id().equals(file.id()))
                .toList();
    }

    public List<Similar> at(Staff staff, double lon, double lat, @Nullable String category, Instant now) {
        return find.near(staff, lon, lat, METRES_MAX, CANDIDATES_MAX, now).stream()
                .map(line -> similar(line, lon, lat, category))
                .filter(similar -> similar.metres() <= METRES_MAX)
                .sorted(Comparator.comparingDouble(Similar::score).reversed())
                .limit(SHOWN_MAX)
                .toList();
    }

    private static Similar similar(FindCases.Line line, double lon, double lat, @Nullable String category) {
        double metres = metres(lon, lat, line.place().lon(), line.place().lat());
        boolean same = line.category().equals(category);
        double near = Math.max(0, 1 - metres / METRES_MAX);
        double score = (same ? WEIGHT_OF_CATEGORY : 0) + (1 - WEIGHT_OF_CATEGORY) * near;
        return new Similar(line, Math.round(metres), same, score);
    }

    /** Distance on a plane that touches the globe here: right to a millimetre over a sub-district. */
    static double metres(double lon1, double lat1, double lon2, double lat2) {
        double x = (lon2 - lon1) * Math.cos(Math.toRadians((lat1 + lat2) / 2));
        return Math.hypot(x, lat2 - lat1) * METRES_PER_DEGREE;
    }
}

package org.yiwang.demonstration.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the registers of rivers, roads and streets say beside the map. */
public record GroundBook(Rivers rivers, Roads roads, Streets streets) {

    /**
     * @param targets class of water that each river is to reach
     * @param titles offices that a chief holds
     * @param ordinals what sections are counted by
     * @param reach how each river is sampled
     */
    public record Rivers(
            Map<String, String> targets, List<String> titles, List<String> ordinals, Map<String, List<String>> reach) {}

    /**
     * @param internal who must act on internal roads; {@code ownerless} on ownerless ones
     * @param notes by the kind of road
     */
    public record Roads(List<String> internal, List<String> ownerless, Map<String, List<String>> notes) {}

    /**
     * @param hours of the companies
     * @param areas names
     * @param guards people
     * @param reasons why a spot is guarded
     */
    public record Streets(List<String> hours, List<String> areas, List<String> guards, List<String> reasons) {}

    public static GroundBook read(Path texts) throws IOException {
        return new YAMLMapper().readValue(texts.resolve("ground.yaml").toFile(), GroundBook.class);
    }
}

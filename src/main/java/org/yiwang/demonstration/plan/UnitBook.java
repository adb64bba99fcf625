package org.yiwang.demonstration.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What units of production and business are called.
 *
 * @param industries by the register's words for them
 */
public record UnitBook(List<String> parks, Map<String, Industry> industries) {

    /**
     * One industry.
     *
     * @param staff least and most
     * @param ends what a name ends with
     */
    public record Industry(double weight, List<Integer> staff, List<String> ends) {}

    public static UnitBook read(Path texts) throws IOException {
        return new YAMLMapper().readValue(texts.resolve("units.yaml").toFile(), UnitBook.class);
    }
}

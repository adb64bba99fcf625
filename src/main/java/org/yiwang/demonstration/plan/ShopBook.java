package org.yiwang.demonstration.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What shops and their keepers are called.
 *
 * @param before what a name begins with
 * @param trades by the register's words for them
 * @param managers companies that look after buildings
 */
public record ShopBook(
        List<String> surnames,
        List<String> given,
        List<String> before,
        Map<String, Trade> trades,
        List<String> managers) {

    /**
     * One trade.
     *
     * @param area least and most, in square metres
     * @param ends what a name ends with
     */
    public record Trade(double weight, List<Integer> area, List<String> ends) {}

    public static ShopBook read(Path texts) throws IOException {
        return new YAMLMapper().readValue(texts.resolve("shops.yaml").toFile(), ShopBook.class);
    }
}

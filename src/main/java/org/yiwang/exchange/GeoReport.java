package org.yiwang.exchange;

import java.util.List;
import java.util.Map;

/**
 * An answer of GeoReport v2 before it is written: rows of named values. A value is text, a number, a truth, or rows again.
 *
 * @param root name of the whole in XML, such as {@code services}
 * @param item name of one row in XML, such as {@code service}
 */
record GeoReport(String root, String item, List<Map<String, Object>> rows) {

    /** Rows within a row. */
    record Rows(String item, List<Map<String, Object>> rows) {}

    static GeoReport services(List<Map<String, Object>> rows) {
        return new GeoReport("services", "service", rows);
    }

    static GeoReport requests(List<Map<String, Object>> rows) {
        return new GeoReport("service_requests", "request", rows);
    }

    static GeoReport errors(Map<String, Object> row) {
        return new GeoReport("errors", "error", List.of(row));
    }

    /** A service definition is one thing, not a list: its row stands at the root. */
    static GeoReport definition(Map<String, Object> row) {
        return new GeoReport("service_definition", "", List.of(row));
    }

    boolean isSingle() {
        return item.isEmpty();
    }
}

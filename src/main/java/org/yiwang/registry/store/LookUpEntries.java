package org.yiwang.registry.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.model.SearchText;
import org.yiwang.territory.LonLat;

/** Finds the entry that somebody means while filling in a form: by a part of its key, its name or a text, those near by first. */
@Service
public class LookUpEntries {
    public static final int FOUND_MAX = 20;

    /** @param metres from where the person is; null where either place is unknown */
    @SchemaName("EntryFound")
    public record Found(
            String key,
            String label,
            @Nullable String committee,
            @Nullable Integer metres) {}

    /** What fits the text exactly comes first, then what begins with it, then what is near. */
    private static final String ORDER = """
             order by (e.key = :said) desc, (:text <> '' and starts_with(lower(e.label), lower(:said))) desc,
                      (e.lon - :lon) ^ 2 * cos(radians(:lat)) ^ 2 + (e.lat - :lat) ^ 2 nulls last, e.label, e.key
             limit :limit
            """;

    private final JdbcClient db;

    LookUpEntries(JdbcClient db) {
        this.db = db;
    }

    /** Among the current entries within sight. */
    public List<Found> find(Staff staff, Register register, String said, @Nullable LonLat here, int limit) {
        Map<String, Object> parameters = new HashMap<>(EntrySight.parameters(staff, register));
        String text = SearchText.plain(said);
        parameters.put("said", said.strip());
        parameters.put("text", text);
        parameters.put("lon", here == null ? Double.NaN : here.lon());
        parameters.put("lat", here == null ? Double.NaN : here.lat());
        parameters.put("limit", limit);
        String matching = text.isEmpty() ? "" : " and e.grams @> :grams and strpos(e.words, :text) > 0";
        if (!text.isEmpty()) parameters.put("grams", SearchText.wanted(text).toArray(Integer[]::new));
        return select("e.retired_at is null" + matching + ORDER, parameters, here);
    }

    /** The entry with this key, retired or not; none where it is out of sight. */
    public List<Found> named(Staff staff, Register register, String key, @Nullable LonLat here) {
        Map<String, Object> parameters = new HashMap<>(EntrySight.parameters(staff, register));
        parameters.put("key", key);
        return select("e.key = :key", parameters, here);
    }

    private List<Found> select(String rest, Map<String, Object> parameters, @Nullable LonLat here) {
        return db.sql("""
                        select e.key, e.label, e.committee, e.lon, e.lat from registry.entry e
                        where e.tenant = :tenant and e.register = :register and %s and %s
                        """.formatted(EntrySight.CONDITION, rest))
                .params(parameters)
                .query((row, n) -> {
                    double lon = row.getDouble("lon");
                    LonLat there = row.wasNull() ? null : new LonLat(lon, row.getDouble("lat"));
                    Integer metres = here == null || there == null ? null : (int) Math.round(here.metresTo(there));
                    return new Found(row.getString("key"), row.getString("label"), row.getString("committee"), metres);
                })
                .list();
    }
}

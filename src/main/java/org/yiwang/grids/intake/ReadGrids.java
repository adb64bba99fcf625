package org.yiwang.grids.intake;

import static org.yiwang.platform.Refusal.Kind.INVALID;
import static org.yiwang.platform.Refusal.refuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yiwang.grids.model.Department;
import org.yiwang.grids.model.Duty;
import org.yiwang.grids.model.Grid;
import org.yiwang.grids.model.Holder;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusedException;
import org.yiwang.territory.Datum;
import org.yiwang.territory.ImportAnswer.Fault;
import org.yiwang.territory.Shapes;
import tools.jackson.databind.JsonNode;

/** Reads a department's grids from GeoJSON, feature by feature: what can be used, and what is wrong with the rest. */
public final class ReadGrids {
    static final int GRIDS_MAX = 2_000;
    private static final int CHARACTERS_MAX = 60;

    private final Department department;
    private final Datum datum;
    private final Function<String, Holder> people;
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<Grid> grids = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    /** @param people who is meant by a sign-in name or a name */
    public ReadGrids(Department department, Datum datum, Function<String, Holder> people) {
        this.department = department;
        this.datum = datum;
        this.people = people;
    }

    /** @throws RefusedException where the file is no collection of features, or holds none or too many */
    public ReadGrids read(byte[] file) {
        List<JsonNode> features = Shapes.features(file);
        if (features.isEmpty()) throw refuse(INVALID, "grids.no-grids").exception();
        if (features.size() > GRIDS_MAX)
            throw refuse(INVALID, "grids.too-many", GRIDS_MAX).exception();
        for (int i = 0; i < features.size(); i++) read(features.get(i), i + 1);
        return this;
    }

    public List<Grid> grids() {
        return grids;
    }

    public List<Fault> faults() {
        return faults;
    }

    private void read(JsonNode feature, int number) {
        JsonNode properties = feature.path("properties");
        String code = text(properties, "code");
        String label = code == null ? "#" + number : code;
        try {
            grids.add(grid(properties, code, number, feature.path("geometry")));
        } catch (RefusedException e) {
            faults.add(new Fault(label, e.refusal()));
        }
    }

    private Grid grid(JsonNode properties, @Nullable String code, int number, JsonNode geometry) {
        if (code == null) throw refuse(INVALID, "territory.no-code").exception();
        Integer before = codes.putIfAbsent(code, number);
        if (before != null) throw refusal("territory.duplicate-code", code, "#" + before);
        String holder = text(properties, "holder");
        if (holder == null) throw refusal("grids.no-holder");
        String name = text(properties, "name");
        for (String text : new String[] {code, holder, name == null ? code : name})
            if (text.length() > CHARACTERS_MAX) throw refusal("grids.too-long", text.substring(0, 12), CHARACTERS_MAX);
        List<Duty> duties = ReadDuties.read(properties.path("duties"));
        return new Grid(
                code,
                Objects.requireNonNullElse(name, code),
                text(properties, "nameEn"),
                people.apply(holder),
                duties.isEmpty() ? department.duties() : duties,
                Shapes.land(geometry, datum));
    }

    private static RefusedException refusal(String code, Object... arguments) {
        return Refusal.refuse(INVALID, code, arguments).exception();
    }

    private static @Nullable String text(JsonNode properties, String name) {
        JsonNode value = properties.path(name);
        String text = value.isString() || value.isNumber() ? Objects.requireNonNullElse(value.asString(), "") : "";
        return text.isBlank() ? null : text.strip();
    }
}

package org.yiwang.registry.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusedException;
import org.yiwang.scenario.form.FieldFault;
import org.yiwang.territory.Datum;
import org.yiwang.territory.Locate;
import org.yiwang.territory.LonLat;
import org.yiwang.territory.Shapes;
import org.yiwang.territory.Territory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds a given entry against its register: all that is wrong with it, or what it will be. Knows no other entry. */
public final class CheckEntry {
    /** Names of what is given beside the form's fields. */
    public static final String LON = "@lon";

    public static final String LAT = "@lat";
    public static final String SHAPE = "@shape";

    private final Register register;
    private final Territory territory;

    public CheckEntry(Register register, Territory territory) {
        this.register = register;
        this.territory = territory;
    }

    /** @param draft null where there are faults */
    public record Outcome(@Nullable Draft draft, List<FieldFault> faults) {}

    public Outcome check(GivenEntry given) {
        ObjectNode data = register.form().computed(Tidy.of(given.data()));
        List<FieldFault> faults = new ArrayList<>(register.form().check(data));
        Site site = site(given, faults);
        Optional<String> key = EntryKey.of(register, data);
        key.filter(text -> text.length() > EntryKey.CHARACTERS_MAX)
                .ifPresent(text ->
                        faults.add(fault(register.key().getFirst(), "registry.key-too-long", EntryKey.CHARACTERS_MAX)));
        if (!faults.isEmpty() || key.isEmpty()) return new Outcome(null, faults);
        String label = data.path(register.label()).asString(key.get());
        return new Outcome(new Draft(key.get(), label, data, site), List.of());
    }

    private @Nullable Site site(GivenEntry given, List<FieldFault> faults) {
        try {
            return switch (register.place()) {
                case NONE -> nowhere(given, faults);
                case POINT -> point(given, faults);
                case LINE, AREA -> shape(given, faults);
            };
        } catch (RefusedException e) {
            Refusal refusal = e.refusal();
            String field = "lat".equals(refusal.field()) ? LAT : register.place() == PlaceKind.POINT ? LON : SHAPE;
            faults.add(new FieldFault(field, refusal));
            return null;
        }
    }

    private @Nullable Site nowhere(GivenEntry given, List<FieldFault> faults) {
        if (given.lon() != null || given.lat() != null || given.shape() != null)
            faults.add(fault(LON, "registry.no-place-kept"));
        return null;
    }

    private @Nullable Site point(GivenEntry given, List<FieldFault> faults) {
        if (given.lon() == null && given.lat() == null) return null;
        if (given.lon() == null || given.lat() == null) {
            faults.add(fault(given.lon() == null ? LON : LAT, "registry.half-a-point"));
            return null;
        }
        return at(Locate.point(given.lon(), given.lat(), Datum.WGS84), null);
    }

    private @Nullable Site shape(GivenEntry given, List<FieldFault> faults) {
        JsonNode shape = given.shape();
        if (shape == null || shape.isNull()) return null;
        if (!register.place().takes(shape.path("type").asString(""))) {
            faults.add(fault(SHAPE, "registry.wrong-shape", register.place().id()));
            return null;
        }
        return at(Shapes.pointOn(shape), shape);
    }

    private Site at(LonLat point, @Nullable JsonNode shape) {
        return Site.of(point, shape, territory.cellAt(point));
    }

    private static FieldFault fault(String field, String code, Object... arguments) {
        return new FieldFault(field, Refusal.invalid(field, code, arguments));
    }
}

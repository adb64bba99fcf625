package org.yiwang.booking.section;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yiwang.booking.model.CollectionRule;
import org.yiwang.booking.model.CollectionRule.Named;
import org.yiwang.booking.model.CollectionRule.Vehicle;
import org.yiwang.booking.model.Goods;
import org.yiwang.booking.model.Goods.Measure;
import org.yiwang.casework.ReadCaseTypes;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Node.Scalar;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.territory.LonLat;

/** Reads {@code collection} of an offering. */
record ReadCollection(PackageFiles files, Faults faults, String path) {
    static final List<String> KEYS = List.of(
            "goods", "materials", "reasons", "vehicles", "stations", "sites", "start", "minutes", "difference", "case");
    private static final List<String> MEASURES =
            Arrays.stream(Measure.values()).map(Measure::id).toList();
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int LITRES_MAX = 100_000;
    private static final int KILOGRAMS_MAX = 49_000;
    private static final int COUNT_MAX = 100;
    private static final int MINUTES_MAX = 120;
    private static final int PERCENT_MAX = 50;
    private static final double DEGREES_NONE = 999;

    CollectionRule of(MappingReader read) {
        MappingReader difference = mapping(read, "difference", "percent", "kilograms");
        return new CollectionRule(
                goods(read),
                named(read, "materials", true),
                named(read, "reasons", true),
                vehicles(read),
                named(read, "stations", true),
                named(read, "sites", false),
                start(read),
                ReadOffering.whole(read, "minutes", 1, MINUTES_MAX),
                ReadOffering.whole(difference, "percent", 0, PERCENT_MAX),
                ReadOffering.whole(difference, "kilograms", 0, KILOGRAMS_MAX),
                caseCode(read));
    }

    private MappingReader mapping(MappingReader read, String key, String... known) {
        Node node = read.required(key).orElse(null);
        return node == null
                ? new MappingReader(new Node.Mapping(read.spot(), Map.of()), new Faults(), known)
                : new MappingReader(node, faults, known);
    }

    private List<Goods> goods(MappingReader read) {
        List<Goods> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Node node : list(read, "goods")) {
            MappingReader one = new MappingReader(node, faults, "id", "name", "measure", "litres", "kilograms", "most");
            String id = id(one, seen);
            all.add(new Goods(
                    id,
                    files.texts()
                            .words(
                                    one.text("name", ReadOffering.NAME_CHARACTERS_MAX),
                                    path + ".goods." + id,
                                    one.spot("name"),
                                    faults),
                    Measure.of(one.oneOf("measure", MEASURES)),
                    ReadOffering.whole(one, "litres", 1, LITRES_MAX),
                    ReadOffering.whole(one, "kilograms", 1, KILOGRAMS_MAX),
                    ReadOffering.whole(one, "most", 1, COUNT_MAX)));
        }
        return all;
    }

    private List<Named> named(MappingReader read, String key, boolean isNeeded) {
        List<Named> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Node node : isNeeded ? list(read, key) : read.list(key)) {
            MappingReader one = new MappingReader(node, faults, "id", "name");
            String id = id(one, seen);
            String name = one.text("name", ReadOffering.NAME_CHARACTERS_MAX);
            all.add(new Named(id, files.texts().words(name, path + "." + key + "." + id, one.spot("name"), faults)));
        }
        return all;
    }

    private List<Vehicle> vehicles(MappingReader read) {
        List<Vehicle> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Node node : list(read, "vehicles")) {
            MappingReader one = new MappingReader(node, faults, "plate", "litres", "kilograms");
            String plate = one.text("plate", ReadOffering.NAME_CHARACTERS_MAX);
            if (!plate.isEmpty() && !seen.add(plate)) faults.fault(one.spot("plate"), "booking.twice", plate);
            all.add(new Vehicle(
                    plate,
                    ReadOffering.whole(one, "litres", 1, LITRES_MAX),
                    ReadOffering.whole(one, "kilograms", 1, KILOGRAMS_MAX)));
        }
        return all;
    }

    private List<Node> list(MappingReader read, String key) {
        Node node = read.required(key).orElse(null);
        List<Node> items = read.list(key);
        if (node instanceof Node.Sequence && items.isEmpty()) faults.fault(read.spot(key), "scenario.key-missing", key);
        return items;
    }

    private String id(MappingReader read, Set<String> seen) {
        String id = read.text("id", ReadOffering.NAME_CHARACTERS_MAX);
        if (id.isEmpty()) return id;
        if (!ID.matcher(id).matches()) faults.fault(read.spot("id"), "booking.not-id", id);
        if (!seen.add(id)) faults.fault(read.spot("id"), "booking.twice", id);
        return id;
    }

    private LonLat start(MappingReader read) {
        MappingReader start = mapping(read, "start", "lon", "lat");
        double lon = degrees(start, "lon");
        double lat = degrees(start, "lat");
        if (LonLat.isValid(lon, lat)) return new LonLat(lon, lat);
        if (read.node("start").isPresent()) faults.fault(read.spot("start"), "booking.no-start");
        return new LonLat(0, 0);
    }

    private static double degrees(MappingReader read, String key) {
        BigDecimal number = read.node(key).orElse(null) instanceof Scalar scalar ? scalar.number() : null;
        return number == null ? DEGREES_NONE : number.doubleValue();
    }

    /** Of the package itself or of one that it needs. */
    private String caseCode(MappingReader read) {
        String code = read.text("case", ReadOffering.NAME_CHARACTERS_MAX);
        Set<String> known =
                new TreeSet<>(ReadCaseTypes.of(files, new Faults()).types().keySet());
        files.others().stream()
                .filter(other -> files.pack().needs().contains(other.pack().id()))
                .forEach(other -> known.addAll(
                        ReadCaseTypes.of(other, new Faults()).types().keySet()));
        if (!code.isEmpty() && !known.contains(code))
            faults.fault(
                    read.spot("case"),
                    "booking.no-case-type",
                    code,
                    String.join(", ", known.stream().limit(COUNT_MAX).toList()));
        return code;
    }
}

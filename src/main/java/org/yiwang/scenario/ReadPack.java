package org.yiwang.scenario;

import java.util.List;
import java.util.regex.Pattern;
import org.yiwang.scenario.Node.Scalar;

/** Reads {@code pack.yaml}. */
record ReadPack(Texts texts, Faults faults) {
    static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,19}");
    private static final Pattern SYSTEM = Pattern.compile("S([1-9]|1\\d|2[0-5])");
    private static final Pattern UNIT = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int NAME_CHARACTERS_MAX = 40;
    private static final int SUMMARY_CHARACTERS_MAX = 300;
    private static final int UNITS_MAX = 60;
    private static final int NEEDS_MAX = 20;

    Pack read(Node node) {
        MappingReader pack = new MappingReader(
                node, faults, "id", "version", "name", "summary", "system", "owner", "needs", "units");
        List<String> units = names(pack, "units", UNIT, "scenario.unit-id", UNITS_MAX);
        Pack read = new Pack(
                matching(pack, "id", ID, "scenario.package-id"),
                matching(pack, "version", VERSION, "scenario.version-text"),
                words(pack, "name", NAME_CHARACTERS_MAX),
                words(pack, "summary", SUMMARY_CHARACTERS_MAX),
                system(pack),
                pack.text("owner", NAME_CHARACTERS_MAX),
                names(pack, "needs", ID, "scenario.package-id", NEEDS_MAX),
                units);
        if (!read.owner().isEmpty()) read.checkUnit(read.owner(), pack.spot("owner"), faults);
        return read;
    }

    private @org.jspecify.annotations.Nullable String system(MappingReader pack) {
        if (pack.node("system").isEmpty()) return null;
        return matching(pack, "system", SYSTEM, "scenario.system-id");
    }

    private Words words(MappingReader pack, String key, int charactersMax) {
        String zh = pack.text(key, charactersMax);
        return zh.isEmpty() ? Words.of(zh) : texts.words(zh, "pack." + key, pack.spot(key), faults);
    }

    private String matching(MappingReader pack, String key, Pattern pattern, String code) {
        String text = pack.text(key, NAME_CHARACTERS_MAX);
        if (!text.isEmpty() && !pattern.matcher(text).matches()) faults.fault(pack.spot(key), code, text);
        return text;
    }

    private List<String> names(MappingReader pack, String key, Pattern pattern, String code, int max) {
        List<Scalar> names = pack.texts(key);
        if (names.size() > max) faults.fault(pack.spot(key), "scenario.list-too-long", key, max);
        for (Scalar name : names)
            if (!pattern.matcher(name.text()).matches()) faults.fault(name.spot(), code, name.text());
        return names.stream().map(Scalar::text).distinct().toList();
    }
}

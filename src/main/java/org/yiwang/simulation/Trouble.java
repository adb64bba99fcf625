package org.yiwang.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Something that befalls a device, as planted in a YAML file: {@code - {at: 30, device: LC-1, what: ebike, seconds: 40}}.
 *
 * @param at since the play began
 * @param what one of {@link Life#ANY}, {@code cut} (its line is down, and it hands in afterwards what it said meanwhile), or what can befall its kind
 */
public record Trouble(Duration at, String device, String what, Duration lasts) {
    static final String CUT = "cut";
    private static final Duration USUALLY = Duration.ofSeconds(30);

    public static List<Trouble> read(Path file) throws IOException {
        Object read;
        try {
            read = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
        } catch (YAMLException e) {
            throw new Unplayable(file + " is no YAML: " + e.getMessage());
        }
        if (!(read instanceof List<?> list)) throw new Unplayable(file + ": a list of troubles is wanted");
        List<Trouble> troubles = new ArrayList<>();
        for (Object one : list) troubles.add(of(file, one));
        troubles.sort(Comparator.comparing(Trouble::at));
        return troubles;
    }

    private static Trouble of(Path file, Object one) {
        if (one instanceof Map<?, ?> map
                && map.get("at") instanceof Number at
                && map.get("device") instanceof String device
                && map.get("what") instanceof String what)
            return new Trouble(
                    millis(at), device, what, map.get("seconds") instanceof Number seconds ? millis(seconds) : USUALLY);
        throw new Unplayable(
                file + ": " + one + " is none. Write such as {at: 30, device: LC-1, what: ebike, seconds: 40}");
    }

    private static Duration millis(Number seconds) {
        return Duration.ofMillis(Math.round(seconds.doubleValue() * 1000));
    }
}

package org.yiwang.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A small complete package with comments, to start a new one from. */
public final class PackageTemplate {
    private static final String FOLDER = "/scenario/template/";
    private static final List<String> FILES =
            List.of(Pack.FILE, "cases/example.yaml", "indicators/cases.sql", "texts/en.yaml", "README.md");
    private static final int CODE_CHARACTERS = 6;

    private PackageTemplate() {}

    public static boolean isId(String text) {
        return ReadPack.ID.matcher(text).matches();
    }

    /** Its files by path. */
    public static Map<String, String> of(String id) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String file : FILES)
            files.put(file, read(file).replace("__id__", id).replace("__code__", code(id)));
        return files;
    }

    /** A code that the package can call its own: SHOPFR01. */
    private static String code(String id) {
        String letters = id.replace("-", "").toUpperCase(Locale.ROOT);
        return letters.substring(0, Math.min(CODE_CHARACTERS, letters.length())) + "01";
    }

    private static String read(String file) {
        try (InputStream in = PackageTemplate.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) throw new IllegalStateException(FOLDER + file + " is missing from this build");
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

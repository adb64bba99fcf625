package org.yiwang.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The packages that come with the program. They lie on its class path, not beside it: a program and its packages are then one thing that is built, signed and
 * copied together, and every node of a version has the same.
 */
public final class BundledPackages {
    private static final String ROOT = "scenarios/";

    private BundledPackages() {}

    /** The files of each package by its folder, those that others need first. */
    public static Map<String, Map<String, byte[]>> read() {
        try {
            Map<String, Map<String, byte[]>> packages = new TreeMap<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "*/**"))
                if (file.isReadable()) put(packages, file);
            packages.values().removeIf(files -> !files.containsKey(Pack.FILE));
            return inOrder(packages);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void put(Map<String, Map<String, byte[]>> packages, Resource file) throws IOException {
        String url = file.getURL().toString();
        String path = url.substring(url.lastIndexOf("/" + ROOT) + ROOT.length() + 1);
        int end = path.indexOf('/');
        if (end < 0 || path.endsWith("/")) return;
        try (InputStream in = file.getInputStream()) {
            packages.computeIfAbsent(path.substring(0, end), id -> new TreeMap<>())
                    .put(path.substring(end + 1), in.readAllBytes());
        }
    }

    private static Map<String, Map<String, byte[]>> inOrder(Map<String, Map<String, byte[]>> packages) {
        Map<String, Map<String, byte[]>> ordered = new LinkedHashMap<>();
        List<String> rest = new ArrayList<>(packages.keySet());
        while (!rest.isEmpty()) {
            List<String> ready = rest.stream()
                    .filter(id -> needs(packages, id).stream().noneMatch(need -> rest.contains(need)))
                    .toList();
            // A ring of needs is a fault that is told when the first of them is put in force.
            for (String id : ready.isEmpty() ? List.copyOf(rest) : ready) {
                ordered.put(id, packages.getOrDefault(id, Map.of()));
                rest.remove(id);
            }
        }
        return ordered;
    }

    private static List<String> needs(Map<String, Map<String, byte[]>> packages, String id) {
        return PackageLibrary.read(packages.getOrDefault(id, Map.of()), List.of())
                .pack()
                .needs();
    }
}

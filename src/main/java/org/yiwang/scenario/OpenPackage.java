package org.yiwang.scenario;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Takes the files of a package out of a folder, an archive or an upload, within bounds: nothing is unpacked further than they allow, and no path leads out of
 * the package.
 */
public final class OpenPackage {
    public static final int FILES_MAX = 200;
    public static final int FILE_KILOBYTES_MAX = 256;
    public static final int PACKAGE_MEGABYTES_MAX = 4;

    private static final int FILE_BYTES_MAX = FILE_KILOBYTES_MAX << 10;
    private static final int PACKAGE_BYTES_MAX = PACKAGE_MEGABYTES_MAX << 20;
    private static final int PATH_CHARACTERS_MAX = 120;
    private static final Pattern PATH =
            Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/){0,5}[A-Za-z0-9_-][A-Za-z0-9._-]*");
    /** What file managers leave behind of their own accord. */
    private static final Pattern LITTER =
            Pattern.compile("(?:.*/)?(?:__MACOSX/.*|\\.DS_Store|Thumbs\\.db|desktop\\.ini)");

    private final Map<String, byte[]> files = new TreeMap<>();
    private final Faults faults;
    private long bytes;

    private OpenPackage(Faults faults) {
        this.faults = faults;
    }

    public static Map<String, byte[]> folder(Path folder, Faults faults) throws IOException {
        OpenPackage open = new OpenPackage(faults);
        try (Stream<Path> walk = Files.walk(folder, 8)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                try (InputStream in = Files.newInputStream(file)) {
                    if (!open.add(path, in)) break;
                }
            }
        }
        return open.files;
    }

    /** The files of a zip archive. */
    public static Map<String, byte[]> zip(byte[] archive, Faults faults) {
        OpenPackage open = new OpenPackage(faults);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            ZipEntry entry = zip.getNextEntry();
            if (entry == null) faults.fault(new Spot(Pack.FILE, 1), "scenario.not-zip");
            for (; entry != null; entry = zip.getNextEntry())
                if (!entry.isDirectory() && !open.add(entry.getName(), zip)) break;
        } catch (IOException | IllegalArgumentException e) {
            faults.fault(new Spot(Pack.FILE, 1), "scenario.not-zip");
        }
        return withoutTopFolder(open.files);
    }

    /** Files that were uploaded one by one, by their path. */
    public static Map<String, byte[]> files(Map<String, byte[]> uploaded, Faults faults) {
        OpenPackage open = new OpenPackage(faults);
        try {
            for (Map.Entry<String, byte[]> file : uploaded.entrySet())
                if (!open.add(file.getKey(), new ByteArrayInputStream(file.getValue()))) break;
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory does not fail", e);
        }
        return withoutTopFolder(open.files);
    }

    /** False once the package as a whole is beyond its bounds. */
    private boolean add(String path, InputStream in) throws IOException {
        if (LITTER.matcher(path).matches()) return true;
        Spot spot = new Spot(path, 1);
        if (path.length() > PATH_CHARACTERS_MAX || !PATH.matcher(path).matches()) {
            faults.fault(spot, "scenario.path", path.substring(0, Math.min(path.length(), PATH_CHARACTERS_MAX)));
            return true;
        }
        if (files.size() == FILES_MAX) {
            faults.fault(new Spot(Pack.FILE, 1), "scenario.too-many-files", FILES_MAX);
            return false;
        }
        byte[] content = in.readNBytes(FILE_BYTES_MAX + 1);
        bytes += content.length;
        if (content.length > FILE_BYTES_MAX) faults.fault(spot, "scenario.file-too-large", FILE_KILOBYTES_MAX);
        else if (files.put(path, content) != null) faults.fault(spot, "scenario.file-twice", path);
        if (bytes <= PACKAGE_BYTES_MAX) return true;
        faults.fault(new Spot(Pack.FILE, 1), "scenario.package-too-large", PACKAGE_MEGABYTES_MAX);
        return false;
    }

    /** An archive of a folder holds the folder too. */
    private static Map<String, byte[]> withoutTopFolder(Map<String, byte[]> files) {
        if (files.containsKey(Pack.FILE)) return files;
        Optional<String> top = files.keySet().stream()
                .filter(path -> path.endsWith("/" + Pack.FILE) && path.indexOf('/') == path.lastIndexOf('/'))
                .map(path -> path.substring(0, path.indexOf('/') + 1))
                .findFirst();
        if (top.isEmpty() || !files.keySet().stream().allMatch(path -> path.startsWith(top.get()))) return files;
        Map<String, byte[]> inner = new TreeMap<>();
        files.forEach((path, content) -> inner.put(path.substring(top.get().length()), content));
        return inner;
    }
}

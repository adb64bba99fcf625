package org.yiwang.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yiwang.platform.Sm3;
import org.yiwang.platform.audit.Hash;

/** The files of one package, with those of the packages beside it. Each YAML file is read once, and its faults are noted then. */
public final class PackageFiles {
    private static final String YAML = ".yaml";
    private static final String TEXTS = "texts/";

    private final SortedMap<String, byte[]> content;
    private final Map<String, Node> documents = new TreeMap<>();
    private final List<PackageFiles> others;
    private final Texts texts;
    private final Pack pack;

    private PackageFiles(SortedMap<String, byte[]> content, Collection<PackageFiles> others, Faults faults) {
        this.content = content;
        content.forEach((path, bytes) -> {
            if (path.endsWith(YAML)) ReadYaml.of(path, bytes, faults).ifPresent(node -> documents.put(path, node));
        });
        this.texts = readTexts();
        this.pack = new ReadPack(texts, faults)
                .read(documents.getOrDefault(Pack.FILE, new Node.Mapping(new Spot(Pack.FILE, 1), Map.of())));
        this.others = others.stream()
                .filter(other -> !other.pack().id().equals(pack.id()))
                .toList();
    }

    /** @param others packages that are in force beside it, or lie beside its folder; one of the same id is left out */
    public static PackageFiles of(Map<String, byte[]> content, Collection<PackageFiles> others, Faults faults) {
        return new PackageFiles(new TreeMap<>(content), others, faults);
    }

    private Texts readTexts() {
        Map<String, Node> byLanguage = new TreeMap<>();
        documents.forEach((path, node) -> {
            if (path.startsWith(TEXTS))
                byLanguage.put(path.substring(TEXTS.length(), path.length() - YAML.length()), node);
        });
        return new Texts(byLanguage);
    }

    /** The same files beside these packages. */
    PackageFiles beside(Collection<PackageFiles> others) {
        return of(content, others, new Faults());
    }

    public Pack pack() {
        return pack;
    }

    public Texts texts() {
        return texts;
    }

    public List<PackageFiles> others() {
        return others;
    }

    public Collection<String> paths() {
        return content.keySet();
    }

    public Optional<byte[]> bytes(String path) {
        return Optional.ofNullable(content.get(path)).map(byte[]::clone);
    }

    /** The YAML documents of a folder by name without folder and ending, in alphabetical order; those that are no YAML are faults already. */
    public Map<String, Node> documents(String folder) {
        Map<String, Node> found = new TreeMap<>();
        String start = folder + "/";
        documents.forEach((path, node) -> {
            boolean isDirect = path.startsWith(start) && path.indexOf('/', start.length()) < 0;
            if (isDirect) found.put(path.substring(start.length(), path.length() - YAML.length()), node);
        });
        return found;
    }

    /** Where a key of a document stands; the document's beginning where it does not. */
    public Spot spotOf(String path, String key) {
        Spot start = new Spot(path, 1);
        if (!(documents.get(path) instanceof Node.Mapping root)) return start;
        Node.Entry entry = root.entries().get(key);
        return entry == null ? start : entry.spot();
    }

    SortedMap<String, byte[]> content() {
        return content;
    }

    /** SM3 over every path and content, each with its length before it. */
    public Hash digest() {
        List<byte[]> parts = new ArrayList<>();
        content.forEach((path, bytes) -> {
            byte[] name = path.getBytes(UTF_8);
            parts.add(length(name));
            parts.add(name);
            parts.add(length(bytes));
            parts.add(bytes);
        });
        return Hash.of(Sm3.hash(parts.toArray(byte[][]::new)));
    }

    private static byte[] length(byte[] bytes) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array();
    }
}

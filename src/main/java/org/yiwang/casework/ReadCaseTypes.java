package org.yiwang.casework;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.Procedure;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Node.Entry;
import org.yiwang.scenario.Node.Mapping;
import org.yiwang.scenario.Node.Scalar;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.Words;

/** Reads the case types of a package: a file holds one, or a list of them with the limits and groups that they share. */
public final class ReadCaseTypes {
    public static final String FOLDER = "cases";

    private static final List<String> SHARED = List.of("groups", "profiles", "types");
    private static final List<String> TYPE = List.of(
            "code",
            "name",
            "kind",
            "profile",
            "limits",
            "reply",
            "evidence",
            "lead",
            "open",
            "selfHandle",
            "urgent",
            "form",
            "subject",
            "repeats",
            "steps",
            "dispatch");
    private static final List<String> KINDS =
            Arrays.stream(Category.Kind.values()).map(Category.Kind::id).toList();
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Za-z0-9]{1,11}");
    private static final Pattern GROUP = Pattern.compile("[A-Z][A-Za-z0-9]{2}");
    private static final int NAME_CHARACTERS_MAX = 40;

    private final PackageFiles files;
    private final Faults faults;
    private final ReadLimits limits;
    private final Map<String, ReadLimits.Profile> profiles = new HashMap<>();
    private final Map<String, CaseType> types = new LinkedHashMap<>();
    private final Map<String, Words> groups = new LinkedHashMap<>();

    private ReadCaseTypes(PackageFiles files, Faults faults) {
        this.files = files;
        this.faults = faults;
        this.limits = new ReadLimits(faults);
    }

    public static CaseType.All of(PackageFiles files, Faults faults) {
        ReadCaseTypes reader = new ReadCaseTypes(files, faults);
        for (PackageFiles other : files.others()) {
            ReadCaseTypes there = new ReadCaseTypes(other, new Faults());
            there.readProfiles();
            reader.profiles.putAll(there.profiles);
        }
        reader.readProfiles();
        reader.readTypes();
        return new CaseType.All(reader.types, reader.groups);
    }

    private static boolean isShared(Node document) {
        return document instanceof Mapping mapping
                && SHARED.stream().anyMatch(mapping.entries()::containsKey)
                && !mapping.entries().containsKey("code");
    }

    private void readProfiles() {
        files.documents(FOLDER).values().stream()
                .filter(ReadCaseTypes::isShared)
                .forEach(document -> new MappingReader(document, new Faults(), SHARED)
                        .entries("profiles")
                        .forEach((name, entry) -> profiles.put(name, limits.profile(entry.value()))));
    }

    private void readTypes() {
        for (Node document : files.documents(FOLDER).values()) {
            if (!isShared(document)) {
                type(document);
                continue;
            }
            MappingReader shared = new MappingReader(document, faults, SHARED);
            shared.entries("groups").forEach(this::group);
            shared.list("types").forEach(this::type);
        }
    }

    private void group(String id, Entry entry) {
        if (!GROUP.matcher(id).matches()) faults.fault(entry.spot(), "case.group-id", id);
        if (!(entry.value() instanceof Scalar name)) {
            faults.fault(entry.spot(), "scenario.not-text", id);
            return;
        }
        groups.put(id, files.texts().words(name.text(), "cases.groups." + id, entry.spot(), faults));
    }

    private void type(Node node) {
        MappingReader type = new MappingReader(node, faults, TYPE);
        String code = type.text("code", NAME_CHARACTERS_MAX);
        if (!code.isEmpty() && !CODE.matcher(code).matches()) faults.fault(type.spot("code"), "case.type-code", code);
        String zh = type.text("name", NAME_CHARACTERS_MAX);
        Words name = files.texts().words(zh, path(code) + ".name", type.spot("name"), faults);
        Category.Kind kind = Category.Kind.of(type.oneOf("kind", KINDS));
        ReadLimits.Profile profile = profile(type);
        Category category = new Category(
                code,
                null,
                kind,
                zh,
                name.en(),
                type.flag("open"),
                type.flag("selfHandle"),
                type.flag("urgent"),
                profile.evidence(),
                profile.limits(),
                profile.reply(),
                lead(type));
        Procedure procedure = procedures().of(type, code);
        keep(new CaseType(category, procedure, type.spot("code")));
    }

    private static String path(String code) {
        return "cases." + code;
    }

    private void keep(CaseType type) {
        CaseType before = types.putIfAbsent(type.category().code(), type);
        if (before != null)
            faults.fault(type.spot(), "case.type-twice", type.category().code(), before.spot());
    }

    /** A profile, or limits, reply and evidence of its own; what stands beside a profile goes before it. */
    private ReadLimits.Profile profile(MappingReader type) {
        ReadLimits.Profile base = type.optionalText("profile", NAME_CHARACTERS_MAX)
                .map(name -> procedures().profile(name, type.spot("profile")))
                .orElse(null);
        if (base == null && (type.node("limits").isEmpty() || type.node("reply").isEmpty()))
            faults.fault(type.spot(), "case.no-limits");
        return limits.over(base == null ? ReadLimits.Profile.NONE : base, type);
    }

    private Category.Lead lead(MappingReader type) {
        String lead = type.text("lead", NAME_CHARACTERS_MAX);
        return procedures().lead(lead, type.spot("lead"));
    }

    private ReadProcedure procedures() {
        return new ReadProcedure(files, faults, limits, profiles);
    }
}

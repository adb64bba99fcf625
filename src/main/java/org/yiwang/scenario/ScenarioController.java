package org.yiwang.scenario;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;
import org.yiwang.scenario.CheckPackage.Checked;
import org.yiwang.scenario.ScenarioStore.Version;

/** Administration of scenario packages. */
@RestController
@RequestMapping("/api/v1/scenarios")
class ScenarioController {
    private static final String MANAGE = "scenarios.manage";

    private final ScenarioViews views;
    private final PublishPackage publish;
    private final PackageLibrary library;

    ScenarioController(ScenarioViews views, PublishPackage publish, PackageLibrary library) {
        this.views = views;
        this.publish = publish;
        this.library = library;
    }

    @SchemaName("ScenarioPackages")
    record Packages(List<ScenarioViews.Listed> items) {}

    @SchemaName("ScenarioDifferences")
    record Differences(List<Difference> items) {}

    /** @param faults warnings only: what has faults is refused, and the refusal names them */
    @SchemaName("ScenarioTakenIn")
    record TakenIn(String id, ScenarioViews.VersionView version, List<ScenarioViews.FaultView> faults) {}

    /** @param version number of the version that is to be in force */
    @SchemaName("ScenarioToPublish")
    record ToPublish(@Nullable Integer version) {}

    @GetMapping
    @Needs(MANAGE)
    Packages list(Staff staff) {
        return new Packages(views.list(staff.tenant()));
    }

    @GetMapping("/{id}")
    @Needs(MANAGE)
    ScenarioViews.Detail detail(Staff staff, @PathVariable String id) {
        return views.detail(staff.tenant(), id);
    }

    @GetMapping("/{id}/versions/{number}/differences")
    @Needs(MANAGE)
    Differences differences(Staff staff, @PathVariable String id, @PathVariable int number) {
        return new Differences(views.differences(staff.tenant(), id, number));
    }

    @GetMapping(path = "/{id}/versions/{number}/archive", produces = "application/zip")
    @Needs(MANAGE)
    ResponseEntity<byte[]> archive(Staff staff, @PathVariable String id, @PathVariable int number) {
        String label = library.shelf(staff.tenant(), id).version(number).label();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + "-" + label + ".zip\"")
                .contentType(MediaType.parseMediaType("application/zip"))
                .body(Archive.pack(library.content(staff.tenant(), id, number)));
    }

    /** One zip archive, or the files of the folder with their paths as names. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Needs(MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    TakenIn upload(Staff staff, @RequestPart List<MultipartFile> files, Locale locale) throws IOException {
        Faults faults = new Faults();
        Checked checked = publish.check(staff.tenant(), open(files, faults), faults);
        List<ScenarioViews.FaultView> told = views.faults(faults, locale);
        if (!faults.isSound())
            throw new RefusedException(
                    Refusal.invalid(
                            "files",
                            "scenario.upload-has-faults",
                            faults.faults().size()),
                    Map.of("faults", told));
        Version version =
                publish.takeIn(staff.tenant(), checked.files(), staff.id().toString());
        return new TakenIn(version.packageId(), views.version(staff.tenant(), version), told);
    }

    private static Map<String, byte[]> open(List<MultipartFile> files, Faults faults) throws IOException {
        if (files.size() == 1 && name(files.getFirst()).endsWith(".zip"))
            return OpenPackage.zip(files.getFirst().getBytes(), faults);
        Map<String, byte[]> uploaded = new TreeMap<>();
        for (MultipartFile file : files) {
            if (uploaded.size() > OpenPackage.FILES_MAX) break;
            uploaded.put(name(file), file.getBytes());
        }
        return OpenPackage.files(uploaded, faults);
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null || name.isEmpty() ? "-" : name;
    }

    @PostMapping("/{id}/publish")
    @Needs(MANAGE)
    ScenarioViews.Detail publish(Staff staff, @PathVariable String id, @RequestBody ToPublish wanted) {
        if (wanted.version() == null)
            throw Refusal.invalid("version", "scenario.which-version").exception();
        publish.publish(staff.tenant(), id, wanted.version(), staff.id().toString());
        return views.detail(staff.tenant(), id);
    }

    @PostMapping("/{id}/withdraw")
    @Needs(MANAGE)
    ScenarioViews.Detail withdraw(Staff staff, @PathVariable String id) {
        publish.withdraw(staff.tenant(), id, staff.id().toString());
        return views.detail(staff.tenant(), id);
    }

    @PostMapping("/{id}/roll-back")
    @Needs(MANAGE)
    ScenarioViews.Detail rollBack(Staff staff, @PathVariable String id) {
        publish.rollBack(staff.tenant(), id, staff.id().toString());
        return views.detail(staff.tenant(), id);
    }
}

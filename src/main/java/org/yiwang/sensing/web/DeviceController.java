package org.yiwang.sensing.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.platform.web.Needs;
import org.yiwang.sensing.Credentials;
import org.yiwang.sensing.ReplayLetters;
import org.yiwang.sensing.TakeRecording;
import org.yiwang.sensing.TakeRecording.Preview;
import org.yiwang.sensing.model.RecordedRows;
import org.yiwang.sensing.model.RecordedRows.Row;
import org.yiwang.sensing.web.DeviceViews.DeviceDetail;
import org.yiwang.sensing.web.DeviceViews.DevicePage;
import org.yiwang.sensing.web.DeviceViews.Recording;
import org.yiwang.sensing.web.DeviceViews.RecordingFault;
import org.yiwang.sensing.web.DeviceViews.Replayed;
import org.yiwang.sensing.web.DeviceViews.Secret;
import org.yiwang.sensing.web.DeviceViews.Service;
import org.yiwang.sensing.web.DeviceViews.Services;

/** Devices at the desk: what they said, their secrets, and what was not understood. */
@RestController
@RequestMapping("/api/v1/sensing")
class DeviceController {
    private static final int PAGE_MAX = 200;
    private static final long FILE_BYTES_MAX = 20_000_000;

    private final ShowDevices show;
    private final Credentials credentials;
    private final ReplayLetters replay;
    private final TakeRecording recording;
    private final RefusalTexts texts;

    DeviceController(
            ShowDevices show,
            Credentials credentials,
            ReplayLetters replay,
            TakeRecording recording,
            RefusalTexts texts) {
        this.show = show;
        this.credentials = credentials;
        this.replay = replay;
        this.recording = recording;
        this.texts = texts;
    }

    /**
     * @param text a part of the serial number or the name
     * @param after the serial number behind which the page begins
     */
    @Needs("devices.read")
    @GetMapping("/devices")
    DevicePage page(
            Staff staff,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String text,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return show.page(staff, new ShowDevices.Sought(kind, text), after, Math.clamp(limit, 1, PAGE_MAX));
    }

    @Needs("devices.read")
    @GetMapping("/devices/{serial}")
    DeviceDetail one(Staff staff, @PathVariable String serial, Locale locale) {
        return show.detail(staff, serial, locale);
    }

    @Needs("devices.manage")
    @PostMapping("/devices/{serial}/secret")
    @ResponseStatus(HttpStatus.CREATED)
    Secret issue(Staff staff, @PathVariable String serial) {
        return new Secret(serial, credentials.issue(staff, serial));
    }

    @Needs("devices.manage")
    @DeleteMapping("/devices/{serial}/secret")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Staff staff, @PathVariable String serial) {
        credentials.revoke(staff, serial);
    }

    @Needs("devices.manage")
    @PostMapping("/devices/{serial}/letters/replay")
    Replayed replay(Staff staff, @PathVariable String serial) {
        ReplayLetters.Replayed done = replay.replay(staff, serial);
        return new Replayed(done.taken(), done.left());
    }

    @Needs("devices.manage")
    @GetMapping("/services")
    Services services(Staff staff) {
        return new Services(credentials.services(staff.tenant()).stream()
                .map(one -> new Service(one.name(), one.issuedAt(), one.revokedAt()))
                .toList());
    }

    @Needs("devices.manage")
    @PostMapping("/services/{name}/secret")
    @ResponseStatus(HttpStatus.CREATED)
    Secret issueService(Staff staff, @PathVariable String name) {
        return new Secret(name, credentials.issueService(staff, name));
    }

    @Needs("devices.manage")
    @DeleteMapping("/services/{name}/secret")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeService(Staff staff, @PathVariable String name) {
        credentials.revoke(staff, name);
    }

    /** @param apply false tells what it would do */
    @Needs("devices.manage")
    @PostMapping(value = "/recordings", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Recording record(
            Staff staff,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean apply,
            Locale locale)
            throws IOException {
        if (file.getSize() > FILE_BYTES_MAX)
            throw Refusal.refuse(Refusal.Kind.TOO_LARGE, "sensing.no-csv", 1, RecordedRows.ROWS_MAX)
                    .exception();
        List<Row> rows = RecordedRows.read(new String(file.getBytes(), UTF_8));
        Preview preview = apply ? recording.take(staff, rows) : recording.preview(staff, rows);
        return new Recording(
                apply,
                preview.readable(),
                preview.unreadable(),
                preview.byDevice(),
                preview.faults().stream().map(one -> fault(one, locale)).toList());
    }

    private RecordingFault fault(TakeRecording.Fault one, Locale locale) {
        RefusalTexts.Words words = texts.words(
                Refusal.refuse(Refusal.Kind.INVALID, one.code(), one.detail().toArray()), locale);
        return new RecordingFault(one.line(), one.device(), one.code(), words.sentence(), words.remedy());
    }
}

package org.yiwang.alarms.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.alarms.MaintainDevice;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;

/** Devices that somebody works on. */
@RestController
@RequestMapping("/api/v1/alarms/maintenance/{serial}")
class MaintenanceController {
    private static final int REASON_CHARACTERS_MAX = 200;

    /**
     * @param until null where nobody works on it
     * @param by who put it into maintenance
     */
    @SchemaName("DeviceMaintenance")
    record State(
            @Nullable Instant until,
            @Nullable String by,
            @Nullable String reason) {}

    @SchemaName("DeviceMaintenanceBegun")
    record Begun(@Nullable Integer hours, @Nullable String reason) {}

    private final MaintainDevice maintain;

    MaintenanceController(MaintainDevice maintain) {
        this.maintain = maintain;
    }

    @Needs("alarms.read")
    @GetMapping
    State state(Staff staff, @PathVariable String serial) {
        return maintain.find(staff, serial)
                .map(work -> new State(work.until(), work.by(), work.reason()))
                .orElse(new State(null, null, null));
    }

    @Needs("devices.maintain")
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void begin(Staff staff, @PathVariable String serial, @RequestBody Begun begun) {
        int hours = begun.hours() == null ? 0 : begun.hours();
        if (hours < 1 || hours > MaintainDevice.HOURS_MAX)
            throw Refusal.invalid("hours", "scenario.not-whole", "hours", 1, MaintainDevice.HOURS_MAX)
                    .exception();
        String reason = begun.reason() == null ? "" : begun.reason();
        if (reason.length() > REASON_CHARACTERS_MAX)
            throw Refusal.invalid("reason", "scenario.text-too-long", "reason", REASON_CHARACTERS_MAX)
                    .exception();
        maintain.begin(staff, serial, hours, reason);
    }

    @Needs("devices.maintain")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Staff staff, @PathVariable String serial) {
        maintain.end(staff, serial);
    }
}

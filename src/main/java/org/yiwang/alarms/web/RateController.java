package org.yiwang.alarms.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.alarms.model.FalseRate;
import org.yiwang.alarms.store.RateStore;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;

/** Which devices cry wolf. */
@RestController
class RateController {
    private static final int ITEMS_MAX = 100;

    private final RateStore rates;
    private final Clock clock;

    RateController(RateStore rates, Clock clock) {
        this.rates = rates;
        this.clock = clock;
    }

    /**
     * @param judged alarms that people have judged
     * @param wrong of these, false ones
     * @param percent false ones of a hundred judged
     */
    @SchemaName("FalseAlarmRate")
    record Rate(
            String device,
            String label,
            String kind,
            @Nullable String committee,
            int judged,
            int wrong,
            int percent) {}

    /** @param days that are looked at, back from now */
    @SchemaName("FalseAlarmRates")
    record Rates(int days, List<Rate> items) {}

    /** @param device only this one */
    @Needs("alarms.read")
    @GetMapping("/api/v1/alarms/rates")
    Rates rates(Staff staff, @RequestParam @Nullable String device, @RequestParam(defaultValue = "20") int limit) {
        var since = clock.instant().minus(Duration.ofDays(FalseRate.DAYS));
        return new Rates(
                FalseRate.DAYS,
                rates.of(staff, device, since, Math.clamp(limit, 1, ITEMS_MAX)).stream()
                        .map(one -> new Rate(
                                one.device(),
                                one.label(),
                                one.kind(),
                                one.committee(),
                                one.rate().judged(),
                                one.rate().wrong(),
                                one.rate().percent()))
                        .toList());
    }
}

package org.yiwang.casework.web;

import java.time.Clock;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.casework.WatchSupervised;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;

/** The supervision post (督办岗): what is under supervision now. */
@RestController
class SupervisionController {
    /** @param rungs all five, the lowest first; {@code items} at most 200, what nobody has signed for first */
    @SchemaName("Supervision")
    record Supervision(List<WatchSupervised.Rung> rungs, List<WatchSupervised.Raised> items) {}

    private final WatchSupervised watch;
    private final Clock clock;

    SupervisionController(WatchSupervised watch, Clock clock) {
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * @param level to which the cases are narrowed, from 1 to 5; 0 for all
     * @param unsigned only those that no unit has signed for
     */
    @GetMapping("/api/v1/supervision")
    Supervision now(
            Staff staff,
            @RequestParam(defaultValue = "0") int level,
            @RequestParam(defaultValue = "false") boolean unsigned) {
        if (level < 0 || level > WatchSupervised.LEVELS)
            throw Refusal.invalid("level", "request.wrong-value", "level").exception();
        WatchSupervised.Standing standing = watch.of(staff, level, unsigned, clock.instant());
        return new Supervision(standing.rungs(), standing.cases());
    }
}

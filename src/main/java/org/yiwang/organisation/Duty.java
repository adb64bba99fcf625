package org.yiwang.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.store.DutyStore;
import org.yiwang.platform.Tenant;

/** The duty roster: who is at which post when. */
@Component
public class Duty {
    /** Rosters are written in local time. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final DutyStore store;

    public Duty(DutyStore store) {
        this.store = store;
    }

    /** The shifts that begin on this day, by unit, post and time. */
    public List<DutyShift> of(Tenant tenant, LocalDate day) {
        return store.between(tenant, day, day);
    }

    /** The shifts running at this moment, also those that began the evening before. */
    public List<DutyShift> at(Tenant tenant, Instant now) {
        LocalDateTime moment = LocalDateTime.ofInstant(now, ZONE);
        LocalDate today = moment.toLocalDate();
        return store.between(tenant, today.minusDays(1), today).stream()
                .filter(shift -> shift.covers(moment))
                .toList();
    }

    /** Who is on duty at this moment, at whatever post. */
    public Set<UUID> present(Tenant tenant, Instant now) {
        return at(tenant, now).stream().map(DutyShift::staff).collect(Collectors.toUnmodifiableSet());
    }

    /** Who holds this post at this moment. */
    public List<UUID> present(Tenant tenant, Role post, Instant now) {
        return at(tenant, now).stream()
                .filter(shift -> shift.post() == post)
                .map(DutyShift::staff)
                .toList();
    }
}

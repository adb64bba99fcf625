package org.yiwang.alarms.escalation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.alarms.RulesInForce;
import org.yiwang.alarms.engine.Severity;
import org.yiwang.alarms.store.FindAlarms.Alarm;
import org.yiwang.casework.model.OutsideView;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notices;
import org.yiwang.notification.Words;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Tenant;

/** The notice of an alarm in people's inboxes. Outside parties get words without telephone numbers and without a page of ours to open. */
@Component
class SendNotice {
    private static final int HALF = 16;

    private final Notices notices;
    private final RulesInForce rules;
    private final Units units;

    SendNotice(Notices notices, RulesInForce rules, Units units) {
        this.notices = notices;
        this.rules = rules;
        this.units = units;
    }

    void send(Tenant tenant, Alarm alarm, Severity severity, int rung, List<Staff> to, Instant now) {
        List<UUID> own =
                to.stream().filter(one -> !one.isOutside()).map(Staff::id).toList();
        List<UUID> outside = to.stream().filter(Staff::isOutside).map(Staff::id).toList();
        if (!own.isEmpty()) notices.send(tenant, own, notice(tenant, alarm, severity, rung, id(alarm.id()), now));
        if (!outside.isEmpty()) notices.send(tenant, outside, notice(tenant, alarm, severity, rung, null, now));
    }

    private Notice notice(Tenant tenant, Alarm alarm, Severity severity, int rung, @Nullable UUID matter, Instant now) {
        var name = rules.name(tenant, alarm.kind(), alarm.rule());
        String label = OutsideView.withoutNumbers(alarm.label());
        boolean isFirst = rung == 0;
        return new Notice(
                now,
                isFirst ? "alarm-raised" : "alarm-unanswered",
                severity == Severity.CRITICAL || !isFirst,
                new Words(
                        (isFirst ? "告警：" : "告警无人确认：") + name.zh(),
                        (isFirst ? "Alarm: " : "Nobody has acknowledged: ") + name.in("en")),
                new Words(label + where(tenant, alarm, true), label + where(tenant, alarm, false)),
                matter,
                null,
                "alarm/" + alarm.id() + "/" + severity + "/" + rung);
    }

    private String where(Tenant tenant, Alarm alarm, boolean zh) {
        if (alarm.committee() == null) return "";
        return units.find(tenant, new UnitId(alarm.committee()))
                .map(unit -> " · " + name(unit, zh))
                .orElse("");
    }

    private static String name(Unit unit, boolean zh) {
        return zh ? unit.name() : unit.nameEn();
    }

    /** An alarm's name is 32 digits, as many as a UUID has. */
    private static UUID id(String alarm) {
        return new UUID(
                Long.parseUnsignedLong(alarm, 0, HALF, HALF), Long.parseUnsignedLong(alarm, HALF, 2 * HALF, HALF));
    }
}

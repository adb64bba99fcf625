package org.yiwang.alarms.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.rules.Expression;

/** What conditions speak of at one moment. */
final class Moment implements Expression.Values {
    private final FamilyState family;
    private final DeviceState of;
    private final Entry.@Nullable Message message;
    private final @Nullable Object[] before;
    private final boolean late;
    private final long at;

    /**
     * @param message that is looked at; null where time alone has passed
     * @param before what the channels said before it
     */
    Moment(
            FamilyState family,
            DeviceState of,
            Entry.@Nullable Message message,
            @Nullable Object[] before,
            boolean late,
            long at) {
        this.family = family;
        this.of = of;
        this.message = message;
        this.before = before;
        this.late = late;
        this.at = at;
    }

    boolean late() {
        return late;
    }

    long at() {
        return at;
    }

    @Override
    public @Nullable Object of(String name) {
        return switch (name) {
            case "message" -> message == null ? null : message.kind();
            case "late" -> late;
            case "hour" -> Math.floorMod(localSeconds(), 86_400L) / 3600.0;
            case "weekday" -> 1.0 + Math.floorMod(Math.floorDiv(localSeconds(), 86_400L) + 3, 7L);
            case "alarms" -> alarms();
            default -> part(name);
        };
    }

    private @Nullable Object part(String name) {
        if (name.startsWith("last.")) return at(of.last, name.substring(5));
        if (name.startsWith("before.")) return at(before, name.substring(7));
        if (name.startsWith("device.")) return of.device.fields().get(name.substring(7));
        return message == null ? null : message.values().get(name);
    }

    private @Nullable Object at(@Nullable Object[] values, String channel) {
        int place = of.plan.channel(channel);
        return place < 0 ? null : values[place];
    }

    private long localSeconds() {
        return at / 1000 + of.plan.spec().zoneSeconds();
    }

    private List<String> alarms() {
        List<String> active = new ArrayList<>();
        family.withThoseItHangsOn(of, one -> {
            for (var rule : one.plan.rules())
                if (one.alarms(rule)) active.add(rule.spec().id());
        });
        return active;
    }
}

package org.yiwang.demonstration.plan;

import java.time.LocalDate;
import java.util.List;
import org.yiwang.demonstration.plan.YearPlan.Gathering;
import org.yiwang.worktime.WorkCalendar;

/** Draws matters that would have come in anywhere to one place. Neither how many there are nor when they come in changes. */
final class Gatherings {
    /** The nearer to the middle, the more. */
    private static final double POWER = 1.6;

    private final Setting setting;
    private final List<Gathering> gatherings;

    Gatherings(Setting setting, List<Gathering> gatherings) {
        this.setting = setting;
        this.gatherings = gatherings;
    }

    void draw(List<Birth> births) {
        births.replaceAll(this::drawn);
    }

    private Birth drawn(Birth birth) {
        LocalDate day = LocalDate.ofInstant(birth.at(), WorkCalendar.ZONE);
        Dice dice = new Dice(setting.year().seed(), "gathering", birth.number());
        for (Gathering gathering : gatherings) {
            boolean isMeant = gathering.categories().contains(birth.category().code())
                    && !day.isBefore(gathering.from())
                    && !day.isAfter(gathering.to());
            if (isMeant && dice.chance(gathering.share() / 100.0)) return birth.moved(spot(gathering, birth, dice));
        }
        return birth;
    }

    private Spot spot(Gathering gathering, Birth birth, Dice dice) {
        Spot.Kind kind = birth.spot().kind();
        List<Spot> near = setting.town().around(kind, gathering.place(), gathering.metres());
        if (near.isEmpty())
            throw new IllegalStateException(
                    "%s: the map has no place of kind %s within %.0f m of %s. Name another place."
                            .formatted(gathering.name(), kind, gathering.metres(), gathering.place()));
        return near.get((int) (near.size() * Math.pow(dice.share(), POWER)));
    }
}

package org.yiwang.booking.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.yiwang.booking.model.CollectionRule.Vehicle;
import org.yiwang.territory.LonLat;

/**
 * Which of the waiting bookings a vehicle takes, and in which order. Calls of an earlier window come before those of a later one; within a window always on to the
 * nearest, then stretches turned round and single calls moved as long as that makes the way shorter (2-opt and or-opt). Distances are straight lines. Nothing is
 * taken that would overload the vehicle or that it would reach after its window; what is left says why.
 */
public final class PlanRoute {
    /** A loaded vehicle in narrow streets: 15 km/h. */
    private static final int METRES_PER_MINUTE = 250;

    private static final double GAIN_METRES_MIN = 0.5;

    /**
     * A booking to be called at.
     *
     * @param opens from when the vehicle may stand there
     * @param closes by when it has to have come
     */
    public record Call(UUID booking, LonLat point, LocalTime opens, LocalTime closes, int litres, int kilograms) {}

    /** @param arrives by straight lines and the offering's loading time */
    public record Visit(UUID booking, LocalTime arrives) {}

    /** Why a call does not fit. */
    public enum Why {
        VOLUME,
        WEIGHT,
        WINDOW,
        STOPS;

        @JsonValue
        public String id() {
            return Kebab.of(this);
        }
    }

    public record Left(UUID booking, Why why) {}

    /** @param metres from the start past all visits and back */
    public record Plan(List<Visit> visits, int metres, int litres, int kilograms, List<Left> left) {}

    private final LonLat start;
    private final LocalTime departs;
    private final int minutesPerStop;

    /** @param start where the vehicle sets out and returns */
    public PlanRoute(LonLat start, LocalTime departs, int minutesPerStop) {
        this.start = start;
        this.departs = departs;
        this.minutesPerStop = minutesPerStop;
    }

    /** @param calls in the order in which they have a claim to be taken */
    public Plan propose(List<Call> calls, Vehicle vehicle) {
        List<Call> taken = new ArrayList<>();
        List<Left> left = new ArrayList<>();
        for (Call call : calls) {
            List<Call> with = new ArrayList<>(taken);
            with.add(call);
            if (sum(with, true) > vehicle.litres()) left.add(new Left(call.booking(), Why.VOLUME));
            else if (sum(with, false) > vehicle.kilograms()) left.add(new Left(call.booking(), Why.WEIGHT));
            else if (with.size() > DecideTrip.STOPS_MAX) left.add(new Left(call.booking(), Why.STOPS));
            else if (late(shortWay(with)) > 0) left.add(new Left(call.booking(), Why.WINDOW));
            else taken = with;
        }
        List<Call> order = shortWay(taken);
        return new Plan(visits(order), (int) Math.rint(metres(order)), sum(taken, true), sum(taken, false), left);
    }

    /** A short way past all of them, windows in their order. */
    public List<Call> shortWay(List<Call> calls) {
        List<Call> order = nearest(calls);
        while (isTurned(order) || isMoved(order)) {}
        return order;
    }

    /** Metres from the start past all of them and back, as the crow flies. */
    public double metres(List<Call> order) {
        double metres = 0;
        LonLat at = start;
        for (Call call : order) {
            metres += at.metresTo(call.point());
            at = call.point();
        }
        return metres + at.metresTo(start);
    }

    /** When each is reached: nobody is called at before the window opens. */
    public List<Visit> visits(List<Call> order) {
        List<Visit> visits = new ArrayList<>();
        LonLat at = start;
        long minute = minute(departs);
        for (Call call : order) {
            minute += Math.ceilDiv((long) at.metresTo(call.point()), METRES_PER_MINUTE);
            minute = Math.max(minute, minute(call.opens()));
            visits.add(new Visit(call.booking(), time(minute)));
            minute += minutesPerStop;
            at = call.point();
        }
        return visits;
    }

    private long late(List<Call> order) {
        List<Visit> visits = visits(order);
        long late = 0;
        for (int i = 0; i < order.size(); i++)
            if (visits.get(i).arrives().isAfter(order.get(i).closes())) late++;
        return late;
    }

    /** The day ends at its last minute, so that a vehicle that would come past midnight is late and not early. */
    private static LocalTime time(long minute) {
        return LocalTime.MIN.plusMinutes(Math.min(minute, Duration.ofDays(1).toMinutes() - 1));
    }

    private static long minute(LocalTime time) {
        return time.toSecondOfDay() / Duration.ofMinutes(1).toSeconds();
    }

    private List<Call> nearest(List<Call> calls) {
        List<Call> left = new ArrayList<>(calls);
        left.sort(Comparator.comparing(Call::closes).thenComparing(Call::opens).thenComparing(Call::booking));
        List<Call> order = new ArrayList<>();
        LonLat at = start;
        while (!left.isEmpty()) {
            LonLat here = at;
            LocalTime window = left.getFirst().closes();
            Call next = left.stream()
                    .filter(call -> call.closes().equals(window))
                    .min(Comparator.comparingDouble(call -> here.metresTo(call.point())))
                    .orElseThrow();
            left.remove(next);
            order.add(next);
            at = next.point();
        }
        return order;
    }

    /** Turns the first stretch of one window round whose turning makes the way shorter. */
    private boolean isTurned(List<Call> order) {
        for (int from = 0; from < order.size() - 1; from++) {
            for (int to = from + 1; to < order.size() && isOneWindow(order, from, to); to++) {
                double gain = between(order, from - 1, from) + between(order, to, to + 1);
                gain -= between(order, from - 1, to) + between(order, from, to + 1);
                if (gain < GAIN_METRES_MIN) continue;
                Collections.reverse(order.subList(from, to + 1));
                return true;
            }
        }
        return false;
    }

    /** Moves the first call that makes the way shorter elsewhere in its window. */
    private boolean isMoved(List<Call> order) {
        double before = metres(order);
        for (int from = 0; from < order.size(); from++) {
            for (int to = 0; to < order.size(); to++) {
                if (to == from || !isOneWindow(order, from, to)) continue;
                order.add(to, order.remove(from));
                if (before - metres(order) >= GAIN_METRES_MIN) return true;
                order.add(from, order.remove(to));
            }
        }
        return false;
    }

    private static boolean isOneWindow(List<Call> order, int one, int other) {
        return order.get(one).closes().equals(order.get(other).closes());
    }

    /** Before the first and after the last stands the start. */
    private double between(List<Call> order, int one, int other) {
        return point(order, one).metresTo(point(order, other));
    }

    private LonLat point(List<Call> order, int at) {
        return at < 0 || at >= order.size() ? start : order.get(at).point();
    }

    private static int sum(List<Call> calls, boolean isRoom) {
        return calls.stream()
                .mapToInt(call -> isRoom ? call.litres() : call.kilograms())
                .sum();
    }
}

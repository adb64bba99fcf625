package org.yiwang.alarms.engine;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yiwang.alarms.engine.RuleSpec.Order;

/**
 * What became of an alarm. The same log gives the same outputs, so whoever keeps them by alarm and number may get them twice.
 *
 * @param episode offset of the entry with which it began
 * @param part of the device that it is about; empty where it is about the whole
 * @param number within the episode, from 0
 * @param at engine time, milliseconds since 1970; a deadline's own time, however late it was noticed
 * @param cause in one word, such as {@code quiet} or {@code level}
 * @param values of the message that brought it about
 * @param asked of the device
 * @param withheld not asked of it, or not any more, because something forbids it
 */
public record Output(
        int partition,
        String family,
        String device,
        String rule,
        String part,
        long episode,
        int number,
        What what,
        Severity severity,
        long at,
        String cause,
        SortedMap<String, Object> values,
        List<Order> asked,
        List<Order> withheld) {
    public Output {
        values = new TreeMap<>(values);
        asked = List.copyOf(asked);
        withheld = List.copyOf(withheld);
    }

    public enum What {
        RAISED,
        WORSE,
        BETTER,
        REMINDED,
        /** What was asked of the device is not asked any more: something that forbids it has come. */
        WITHDRAWN,
        CLEARED
    }

    /** Its own: of one output, however often it is said. */
    public String id() {
        return episodeId() + "-" + number;
    }

    /** The alarm that it belongs to: the same for ever, and of no other. */
    public String episodeId() {
        long first = Hash.start();
        first = Hash.add(first, device);
        first = Hash.add(first, rule);
        long second = Hash.add(Hash.add(Hash.add(~first, rule), device), partition);
        return String.format("%016x%016x", Hash.add(first, episode), Hash.add(second, episode));
    }
}

package org.yiwang.casework.model;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A matter as it comes in.
 *
 * @param answers to the questions of the category, as checked
 * @param subject the record that the case is about, where it is about one
 * @param repeats how often that had such a case before; null where nobody counts
 * @param given limits that it came with; null where those of its category count
 * @param reports ids of the reporters' parts; none for what an inspector or a device finds
 */
public record NewCase(
        Channel channel,
        String category,
        String title,
        String description,
        Urgency urgency,
        Place place,
        List<UUID> reports,
        List<Evidence> evidence,
        @Nullable UUID parent,
        List<Answer> answers,
        @Nullable Subject subject,
        @Nullable Repeats repeats,
        @Nullable Given given) {

    /** A matter that comes with no limits of its own. */
    public NewCase(
            Channel channel,
            String category,
            String title,
            String description,
            Urgency urgency,
            Place place,
            List<UUID> reports,
            List<Evidence> evidence,
            @Nullable UUID parent,
            List<Answer> answers,
            @Nullable Subject subject,
            @Nullable Repeats repeats) {
        this(
                channel,
                category,
                title,
                description,
                urgency,
                place,
                reports,
                evidence,
                parent,
                answers,
                subject,
                repeats,
                null);
    }

    /** A matter that is about no record. */
    public NewCase(
            Channel channel,
            String category,
            String title,
            String description,
            Urgency urgency,
            Place place,
            List<UUID> reports,
            List<Evidence> evidence,
            @Nullable UUID parent,
            List<Answer> answers) {
        this(channel, category, title, description, urgency, place, reports, evidence, parent, answers, null, null);
    }

    /** One part of a case that is split: it keeps the place and the channel of the whole. */
    public static NewCase part(CaseFile whole, ActionInput.Part part) {
        return new NewCase(
                whole.channel(),
                part.category(),
                part.title(),
                part.description(),
                whole.urgency(),
                whole.place(),
                List.of(),
                List.of(),
                whole.id(),
                List.of());
    }
}

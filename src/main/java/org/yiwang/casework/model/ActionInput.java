package org.yiwang.casework.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;
import org.yiwang.worktime.Limit;

/** What a person hands in with an action. Which of it an action needs, its row in the flow table says. */
public record ActionInput(
        @Nullable String note,
        @Nullable String reason,
        @Nullable UnitId unit,
        List<Task> units,
        @Nullable Person staff,
        @Nullable UnitId staffUnit,
        @Nullable Limit limit,
        List<Evidence> evidence,
        @Nullable String category,
        @Nullable Place place,
        @Nullable String title,
        @Nullable Urgency urgency,
        @Nullable CaseFile into,
        List<Part> parts,
        @Nullable UUID assignment,
        @Nullable Boolean found,
        @Nullable Boolean reached,
        @Nullable Boolean solved,
        @Nullable Integer satisfaction,
        @Nullable Instant until,
        @Nullable String answer,
        List<UUID> reports,
        @Nullable String step,
        Map<String, List<String>> answers) {

    public static final ActionInput NONE = new Builder().build();

    /** An assisting unit and what it is to do. */
    public record Task(UnitId unit, String task) {}

    /** One part that a case is split into. */
    public record Part(String title, String description, String category) {}

    /** Taking over the reporters of a case that is merged into another. */
    public static ActionInput taking(StoredCase merged) {
        return new Builder().into(merged.file()).note(merged.number()).build();
    }

    /** Whether the named field of the request was given. */
    boolean has(String field) {
        Object value = values().get(field);
        return switch (value) {
            case null -> false;
            case String text -> !text.isBlank();
            case List<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            default -> true;
        };
    }

    private Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new java.util.HashMap<>();
        values.put("note", note);
        values.put("reason", reason);
        values.put("unit", unit);
        values.put("units", units);
        values.put("staff", staff);
        values.put("limit", limit);
        values.put("photos", evidence);
        values.put("category", category);
        values.put("place", place);
        values.put("title", title);
        values.put("urgency", urgency);
        values.put("into", into);
        values.put("parts", parts);
        values.put("assignment", assignment);
        values.put("found", found);
        values.put("reached", reached);
        values.put("solved", solved);
        values.put("satisfaction", satisfaction);
        values.put("until", until);
        values.put("answer", answer);
        values.put("reports", reports);
        values.put("step", step);
        values.put("answers", answers);
        return values;
    }

    /** Builds an input field by field. */
    public static final class Builder {
        private @Nullable String note;
        private @Nullable String reason;
        private @Nullable UnitId unit;
        private List<Task> units = List.of();
        private @Nullable Person staff;
        private @Nullable UnitId staffUnit;
        private @Nullable Limit limit;
        private List<Evidence> evidence = List.of();
        private @Nullable String category;
        private @Nullable Place place;
        private @Nullable String title;
        private @Nullable Urgency urgency;
        private @Nullable CaseFile into;
        private List<Part> parts = List.of();
        private @Nullable UUID assignment;
        private @Nullable Boolean found;
        private @Nullable Boolean reached;
        private @Nullable Boolean solved;
        private @Nullable Integer satisfaction;
        private @Nullable Instant until;
        private @Nullable String answer;
        private List<UUID> reports = List.of();
        private @Nullable String step;
        private Map<String, List<String>> answers = Map.of();

        public Builder note(@Nullable String value) {
            note = value;
            return this;
        }

        public Builder reason(@Nullable String value) {
            reason = value;
            return this;
        }

        public Builder unit(@Nullable UnitId value) {
            unit = value;
            return this;
        }

        public Builder units(List<Task> value) {
            units = List.copyOf(value);
            return this;
        }

        public Builder staff(@Nullable Person person, @Nullable UnitId own) {
            staff = person;
            staffUnit = own;
            return this;
        }

        public Builder limit(@Nullable Limit value) {
            limit = value;
            return this;
        }

        public Builder evidence(List<Evidence> value) {
            evidence = List.copyOf(value);
            return this;
        }

        public Builder category(@Nullable String value) {
            category = value;
            return this;
        }

        public Builder place(@Nullable Place value) {
            place = value;
            return this;
        }

        public Builder title(@Nullable String value) {
            title = value;
            return this;
        }

        public Builder urgency(@Nullable Urgency value) {
            urgency = value;
            return this;
        }

        public Builder into(@Nullable CaseFile value) {
            into = value;
            return this;
        }

        public Builder parts(List<Part> value) {
            parts = List.copyOf(value);
            return this;
        }

        public Builder assignment(@Nullable UUID value) {
            assignment = value;
            return this;
        }

        public Builder found(@Nullable Boolean value) {
            found = value;
            return this;
        }

        public Builder reached(@Nullable Boolean value) {
            reached = value;
            return this;
        }

        public Builder solved(@Nullable Boolean value) {
            solved = value;
            return this;
        }

        public Builder satisfaction(@Nullable Integer value) {
            satisfaction = value;
            return this;
        }

        public Builder until(@Nullable Instant value) {
            until = value;
            return this;
        }

        public Builder answer(@Nullable String value) {
            answer = value;
            return this;
        }

        public Builder reports(List<UUID> value) {
            reports = List.copyOf(value);
            return this;
        }

        public Builder step(@Nullable String value) {
            step = value;
            return this;
        }

        public Builder answers(Map<String, List<String>> value) {
            answers = value;
            return this;
        }

        public ActionInput build() {
            return new ActionInput(
                    note,
                    reason,
                    unit,
                    units,
                    staff,
                    staffUnit,
                    limit,
                    evidence,
                    category,
                    place,
                    title,
                    urgency,
                    into,
                    parts,
                    assignment,
                    found,
                    reached,
                    solved,
                    satisfaction,
                    until,
                    answer,
                    reports,
                    step,
                    answers);
        }
    }
}

package org.yiwang.casework.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.FindCases;
import org.yiwang.casework.model.Stage;
import org.yiwang.platform.Refusal;

/**
 * What a list or an export of cases is narrowed to, as clients write it into the address.
 *
 * @param view queue, mine, unit, late, soon, watch, open or all
 * @param state stages, separated by commas
 * @param subject the record that cases are about, as register/key
 */
record CaseQuery(
        @Nullable String view,
        @Nullable String state,
        @Nullable String category,
        @Nullable String unit,
        @Nullable String committee,
        @Nullable String area,
        @Nullable String cell,
        @Nullable String channel,
        @Nullable Boolean late,
        @Nullable Boolean suspended,
        @Nullable Integer supervision,
        @Nullable Instant reportedFrom,
        @Nullable Instant reportedTo,
        @Nullable Instant closedFrom,
        @Nullable String subject,
        @Nullable String q,
        @Nullable String sort) {

    FindCases.Filter filter() {
        return new FindCases.Filter(
                view,
                stages(),
                category,
                unit,
                committee,
                area,
                cell,
                channel,
                late,
                suspended,
                supervision,
                reportedFrom,
                reportedTo,
                closedFrom,
                record(),
                q);
    }

    private FindCases.@Nullable RecordRef record() {
        if (subject == null || subject.isBlank()) return null;
        int slash = subject.indexOf('/');
        if (slash <= 0 || slash == subject.length() - 1)
            throw Refusal.invalid("subject", "case.unreadable-subject").exception();
        return new FindCases.RecordRef(subject.substring(0, slash), subject.substring(slash + 1));
    }

    FindCases.Order order() {
        return switch (sort == null ? "due" : sort) {
            case "due" -> FindCases.Order.DUE;
            case "reported" -> FindCases.Order.REPORTED;
            case "updated" -> FindCases.Order.UPDATED;
            default ->
                throw Refusal.invalid("sort", "case.unknown-order", sort == null ? "" : sort)
                        .exception();
        };
    }

    private List<Stage> stages() {
        if (state == null || state.isBlank()) return List.of();
        try {
            return Arrays.stream(state.split(",", -1))
                    .map(String::strip)
                    .map(Stage::of)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("state", "case.unknown-state", state).exception();
        }
    }
}

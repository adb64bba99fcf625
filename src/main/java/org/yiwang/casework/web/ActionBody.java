package org.yiwang.casework.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.EvidenceKind;
import org.yiwang.casework.model.Urgency;
import org.yiwang.organisation.UnitId;
import org.yiwang.worktime.Limit;

/** What a client hands in with an action; which fields an action needs, its offer says. */
record ActionBody(
        @Nullable Integer version,
        @Nullable String note,
        @Nullable String reason,
        @Nullable UnitId unit,
        @Nullable List<ActionInput.Task> units,
        @Nullable UUID staff,
        @Nullable Limit limit,
        @Nullable List<Photo> attachments,
        @Nullable String category,
        @Nullable PlaceBody place,
        @Nullable String title,
        @Nullable Urgency urgency,
        @Nullable String into,
        @Nullable List<ActionInput.Part> parts,
        @Nullable UUID assignment,
        @Nullable Boolean found,
        @Nullable Boolean reached,
        @Nullable Boolean solved,
        @Nullable Integer satisfaction,
        @Nullable Instant until,
        @Nullable String answer,
        @Nullable List<UUID> reports,
        @Nullable String step,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        Map<String, List<String>> answers) {

    /** An uploaded photo and what it shows. */
    record Photo(UUID id, @Nullable EvidenceKind kind) {}

    /**
     * Where something is.
     *
     * @param datum wgs84 (default), gcj02 or bd09
     */
    record PlaceBody(
            double lon,
            double lat,
            @Nullable String datum,
            @Nullable String address) {}
}

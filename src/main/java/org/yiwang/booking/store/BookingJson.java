package org.yiwang.booking.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.booking.model.Amount;
import org.yiwang.booking.model.Outcome;
import org.yiwang.booking.model.Weighing;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What of bookings and trips is stored as JSON. */
@Component
class BookingJson {
    private static final TypeReference<List<Amount>> AMOUNTS = new TypeReference<>() {};

    private final JsonMapper mapper;

    BookingJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Nullable
    String write(@Nullable Object value) {
        return value == null ? null : mapper.writeValueAsString(value);
    }

    List<Amount> amounts(String json) {
        return mapper.readValue(json, AMOUNTS);
    }

    @Nullable
    Outcome outcome(@Nullable String json) {
        return json == null ? null : mapper.readValue(json, Outcome.class);
    }

    @Nullable
    Weighing weighing(@Nullable String json) {
        return json == null ? null : mapper.readValue(json, Weighing.class);
    }
}

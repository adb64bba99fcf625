package org.yiwang.casework.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.casework.FindCases;
import org.yiwang.casework.SearchCases;
import org.yiwang.casework.model.Wanted;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;

@RestController
@RequestMapping("/api/v1/cases/search")
class SearchController {
    /** What was found, the best first; {@code next} goes into the next request's {@code cursor}. */
    @SchemaName("CasesFound")
    record Answer(List<SearchCases.Found> items, @Nullable String next) {}

    private final SearchCases search;
    private final Clock clock;

    SearchController(SearchCases search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    @GetMapping
    Answer search(
            Staff staff,
            @ParameterObject @ModelAttribute CaseQuery query,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > FindCases.PAGE_MAX)
            throw Refusal.invalid("limit", "request.out-of-range", "limit", 1, FindCases.PAGE_MAX)
                    .exception();
        if (query.q() != null && query.q().length() > Wanted.CHARACTERS_MAX)
            throw Refusal.invalid("q", "case.search-too-long", Wanted.CHARACTERS_MAX)
                    .exception();
        SearchCases.Page page = search.page(staff, query.filter(), read(cursor), limit, clock.instant());
        return new Answer(page.items(), write(page.next()));
    }

    private static @Nullable String write(SearchCases.@Nullable Cursor cursor) {
        return cursor == null ? null : (cursor.inPhrases() ? "p" : "w") + "_" + cursor.reportedAt() + "_" + cursor.id();
    }

    private static SearchCases.@Nullable Cursor read(@Nullable String text) {
        if (text == null || text.isEmpty()) return null;
        try {
            String[] parts = text.split("_", -1);
            Instant at = Instant.parse(parts[1]);
            if (!FindCases.isStorable(at)) throw new IllegalArgumentException("no cursor of ours");
            return new SearchCases.Cursor(parts[0].equals("p"), at, UUID.fromString(parts[2]));
        } catch (RuntimeException e) {
            throw Refusal.invalid("cursor", "case.unreadable-cursor").exception();
        }
    }
}

package org.yiwang.casework.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.casework.FindCases;
import org.yiwang.casework.KeepFilters;
import org.yiwang.casework.store.FilterStore;
import org.yiwang.organisation.Staff;

/** The filters that a person keeps, and how many cases each finds at this moment. */
@RestController
@RequestMapping("/api/v1/me/filters")
class FilterController {
    /**
     * A filter to keep.
     *
     * @param filter what the list is narrowed to, by the names of its address
     */
    record Body(
            @Nullable String name,
            @Nullable Map<String, @Nullable String> filter,
            @Nullable Boolean shared) {}

    /** A member of staff by name. */
    record Owner(String name, String nameEn) {}

    /**
     * A filter on one's list.
     *
     * @param owner who shares it; absent for one's own
     * @param count cases that it finds among those within sight
     */
    record Item(
            UUID id,
            String name,
            Map<String, String> filter,
            boolean shared,
            @Nullable Owner owner,
            long count) {}

    record Items(List<Item> items) {}

    private final KeepFilters keep;
    private final FilterFields fields;
    private final FindCases find;
    private final Clock clock;

    FilterController(KeepFilters keep, FilterFields fields, FindCases find, Clock clock) {
        this.keep = keep;
        this.fields = fields;
        this.find = find;
        this.clock = clock;
    }

    @GetMapping
    Items list(Staff staff) {
        return items(staff, keep.list(staff));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Item add(Staff staff, @RequestBody Body body) {
        return own(staff, keep.add(staff, wish(staff, body), clock.instant()));
    }

    @PutMapping("/{id}")
    Item change(Staff staff, @PathVariable UUID id, @RequestBody Body body) {
        return own(staff, keep.change(staff, id, wish(staff, body), clock.instant()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(Staff staff, @PathVariable UUID id) {
        keep.drop(staff, id);
    }

    private KeepFilters.Wish wish(Staff staff, Body body) {
        return new KeepFilters.Wish(
                body.name(), fields.check(staff.tenant(), body.filter()), Boolean.TRUE.equals(body.shared()));
    }

    private Item own(Staff staff, FilterStore.Kept kept) {
        return items(staff, List.of(new KeepFilters.Listed(kept, Optional.empty())))
                .items()
                .getFirst();
    }

    private Items items(Staff staff, List<KeepFilters.Listed> listed) {
        List<FindCases.Filter> filters = listed.stream()
                .map(one -> fields.query(one.kept().fields()).filter())
                .toList();
        List<Long> counts = find.count(staff, filters, clock.instant());
        return new Items(IntStream.range(0, listed.size())
                .mapToObj(i -> item(listed.get(i), counts.get(i)))
                .toList());
    }

    private static Item item(KeepFilters.Listed listed, long count) {
        FilterStore.Kept kept = listed.kept();
        Owner owner = listed.owner()
                .map(staff -> new Owner(staff.name(), staff.nameEn()))
                .orElse(null);
        return new Item(kept.id(), kept.name(), kept.fields(), kept.shared(), owner, count);
    }
}

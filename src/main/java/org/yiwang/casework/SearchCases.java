package org.yiwang.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yiwang.casework.model.OutsideView;
import org.yiwang.casework.model.Snippet;
import org.yiwang.casework.model.Wanted;
import org.yiwang.casework.store.WordStore;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.contract.SchemaName;

/**
 * Finds cases by words in number, address, title, description, notes, answers and units' names: those with the words in a row first, the newest first among
 * them. The index is asked for what the person may see alone; whatever it answers is narrowed once more as every list is.
 */
@Service
public class SearchCases {
    private static final int WIDER = 4;
    /** Where so few of what was found pass the filter, a narrower wish helps more than looking on. */
    private static final int LOOKED_AT_MAX = 20_000;

    /**
     * A case that was found.
     *
     * @param snippet where the words stand in it, unless they stand in what a list shows anyway
     */
    @SchemaName("CaseFound")
    public record Found(FindCases.Line item, @Nullable Snippet snippet) {}

    /** Where a page ended: in the first part, of cases with the words in a row, or behind it. */
    public record Cursor(boolean inPhrases, Instant reportedAt, UUID id) {}

    /** One page; {@code next} is null on the last. */
    public record Page(List<Found> items, @Nullable Cursor next) {}

    private final WordStore words;
    private final FindCases find;
    private final ReadWanted read;

    SearchCases(WordStore words, FindCases find, ReadWanted read) {
        this.words = words;
        this.find = find;
        this.read = read;
    }

    /** @param filter its text is what is looked for */
    public Page page(Staff staff, FindCases.Filter filter, @Nullable Cursor after, int limit, Instant now) {
        Wanted wanted = read.of(staff, filter.text());
        if (wanted.isNothing()) return new Page(List.of(), null);
        Turn turn = new Turn(staff, filter, wanted, now);
        boolean inPhrases = wanted.words().size() > 1 && (after == null || after.inPhrases);
        List<Found> items = new ArrayList<>();
        WordStore.Hit from = after == null ? null : new WordStore.Hit(after.id, after.reportedAt);
        if (inPhrases) {
            turn.fill(items, from, true, limit + 1);
            if (items.size() > limit) return cut(items, true, limit);
            from = null;
        }
        int phrases = items.size();
        turn.fill(items, from, false, limit + 1 - phrases);
        return items.size() > limit ? cut(items, phrases == limit, limit) : new Page(items, null);
    }

    private static Page cut(List<Found> items, boolean inPhrases, int limit) {
        List<Found> shown = List.copyOf(items.subList(0, limit));
        FindCases.Line last = shown.getLast().item();
        return new Page(shown, new Cursor(inPhrases, last.reportedAt(), last.id()));
    }

    /** One search by one person. */
    private final class Turn {
        private final Staff staff;
        private final FindCases.Filter filter;
        private final Wanted wanted;
        private final Instant now;
        private final String asked;

        Turn(Staff staff, FindCases.Filter filter, Wanted wanted, Instant now) {
            this.staff = staff;
            this.filter = filter;
            this.wanted = wanted;
            this.now = now;
            this.asked = ReadWanted.asked(staff, wanted);
        }

        /** Looks at more and more of what was found until as many as wanted pass the filter, or nothing is left. */
        void fill(List<Found> items, WordStore.@Nullable Hit from, boolean phrases, int more) {
            WordStore.Hit after = from;
            int wide = more;
            int looked = 0;
            int enough = items.size() + more;
            while (items.size() < enough && looked < LOOKED_AT_MAX) {
                List<WordStore.Hit> hits = hits(phrases, after, wide);
                items.addAll(shown(hits, enough - items.size()));
                if (hits.size() < wide) return;
                after = hits.getLast();
                looked += hits.size();
                wide *= WIDER;
            }
        }

        private List<WordStore.Hit> hits(boolean phrases, WordStore.@Nullable Hit after, int most) {
            boolean several = wanted.words().size() > 1;
            return phrases
                    ? words.find(asked, List.of(wanted.phrasePattern()), null, after, 0, most)
                    : words.find(
                            asked,
                            wanted.patterns(),
                            several ? wanted.phrasePattern() : null,
                            after,
                            WordStore.NEWEST,
                            most);
        }

        private List<Found> shown(List<WordStore.Hit> hits, int most) {
            List<UUID> ids = hits.stream().map(WordStore.Hit::id).toList();
            Map<UUID, FindCases.Line> seen = find.among(staff, filter, ids, now).stream()
                    .collect(Collectors.toMap(FindCases.Line::id, Function.identity()));
            List<FindCases.Line> lines =
                    ids.stream().map(seen::get).filter(Objects::nonNull).toList();
            Map<UUID, String> descriptions = words.descriptions(
                    staff.tenant(), lines.stream().map(FindCases.Line::id).toList());
            return staff.isOutside() ? outside(lines, descriptions, most) : inside(lines, descriptions, most);
        }

        private List<Found> inside(List<FindCases.Line> lines, Map<UUID, String> descriptions, int most) {
            List<FindCases.Line> few = lines.stream().limit(most).toList();
            Map<UUID, Snippet> snippets = new HashMap<>();
            List<UUID> elsewhere = new ArrayList<>();
            for (FindCases.Line line : few) {
                if (isShown(line)) continue;
                Snippet.of(descriptions.getOrDefault(line.id(), ""), wanted.words())
                        .ifPresentOrElse(found -> snippets.put(line.id(), found), () -> elsewhere.add(line.id()));
            }
            words.said(staff.tenant(), elsewhere).forEach((id, texts) -> texts.stream()
                    .flatMap(text -> Snippet.of(text, wanted.words()).stream())
                    .findFirst()
                    .ifPresent(found -> snippets.put(id, found)));
            return few.stream()
                    .map(line -> new Found(line, snippets.get(line.id())))
                    .toList();
        }

        /** Whether a list shows all of the words without more. */
        private boolean isShown(FindCases.Line line) {
            return wanted.words().stream().allMatch(word -> Snippet.of(
                            line.title() + " " + line.place().address(), List.of(word))
                    .isPresent());
        }

        /** What outsiders look for must stand in what they see: what is hidden from them must not be found out by searching. */
        private List<Found> outside(List<FindCases.Line> lines, Map<UUID, String> descriptions, int most) {
            List<Found> found = new ArrayList<>();
            for (FindCases.Line line : lines) {
                if (found.size() == most) break;
                String description = OutsideView.withoutNumbers(descriptions.get(line.id()));
                String all = String.join("\n", line.number(), line.place().address(), line.title(), description);
                boolean hasAll = wanted.words().stream()
                        .allMatch(word -> Snippet.of(all, List.of(word)).isPresent());
                if (hasAll)
                    found.add(new Found(
                            line, Snippet.of(description, wanted.words()).orElse(null)));
            }
            return found;
        }
    }
}

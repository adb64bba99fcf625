package org.yiwang.demonstration.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is said in one case: fills the slots of sentences, and remembers what a slot stood for, so that report, feedback and answer speak of the same thing. */
final class Talk {
    private static final int DEPTH_MAX = 12;
    private static final Pattern CHOICE = Pattern.compile("\\[([^\\[\\]]+)\\]");
    private static final Pattern SLOT = Pattern.compile("\\{([^{}]+)\\}");
    private static final Pattern NUMBER = Pattern.compile("(\\d+)-(\\d+)(?:/(\\d+))?");
    private static final List<List<String>> TIDY = List.of(
            List.of("。。", "。"),
            List.of("，，", "，"),
            List.of("，。", "。"),
            List.of("。，", "。"),
            List.of("；。", "。"),
            List.of("！。", "！"),
            List.of("？。", "？"));

    /** Things stay the same through a case; turns of phrase do not. */
    private static final Set<String> THINGS = Set.of(
            "keeper", "trade", "shop", "goods", "thing", "bulky", "litter", "waste", "car", "plate", "hawk", "stuff",
            "pet", "tree", "pest", "floor", "room", "fault", "keepfit", "benefit", "vaccine", "amount", "course",
            "food", "age", "since", "lasting", "assist", "side");

    private final TextBook book;
    private final Dice dice;
    private final Map<String, String> known = new HashMap<>();
    private final boolean silent;
    private Set<String> tags;

    /** @param silent says nothing; for lives that are only looked at for their times */
    Talk(TextBook book, Dice dice, Set<String> tags, boolean silent) {
        this.silent = silent;
        this.book = book;
        this.dice = dice;
        this.tags = tags;
    }

    boolean isSilent() {
        return silent;
    }

    void setTags(Set<String> now) {
        tags = now;
    }

    void set(String slot, String value) {
        known.put(slot, value);
    }

    @Nullable
    String known(String slot) {
        return known.get(slot);
    }

    /** A sentence of the named list. */
    String say(String list) {
        return silent ? "" : tidy(expand(pick(lines(list)), 0));
    }

    /** One of these sentences. */
    String say(List<TextBook.Line> lines) {
        return silent ? "" : tidy(expand(pick(lines), 0));
    }

    private List<TextBook.Line> lines(String list) {
        List<TextBook.Line> lines = book.list(list);
        if (lines == null) throw new IllegalArgumentException("The texts have no list \"%s\".".formatted(list));
        return lines;
    }

    private String pick(List<TextBook.Line> lines) {
        List<TextBook.Line> fitting =
                lines.stream().filter(line -> line.fits(tags)).toList();
        return dice.pick(fitting).text();
    }

    private String expand(String text, int depth) {
        if (depth > DEPTH_MAX)
            throw new IllegalArgumentException("The slots of \"%s\" go round in a circle.".formatted(text));
        String chosen = CHOICE.matcher(text)
                .replaceAll(found -> quote(dice.pick(List.of(found.group(1).split("\\|")))));
        return SLOT.matcher(chosen).replaceAll(found -> quote(fill(found, depth)));
    }

    private String fill(MatchResult found, int depth) {
        String slot = found.group(1);
        var number = NUMBER.matcher(slot);
        if (number.matches()) return number(number.toMatchResult());
        boolean anew = slot.endsWith("*");
        String name = anew ? slot.substring(0, slot.length() - 1) : slot;
        String kept = known.get(name);
        if (kept != null && !anew) return kept;
        String value = expand(pick(lines(name)), depth + 1);
        for (int i = 0; anew && value.equals(kept) && i < 4; i++) value = expand(pick(lines(name)), depth + 1);
        if (!anew && THINGS.contains(name)) known.put(name, value);
        return value;
    }

    private String number(MatchResult range) {
        int from = Integer.parseInt(range.group(1));
        int to = Integer.parseInt(range.group(2));
        int step = range.group(3) == null ? 1 : Integer.parseInt(range.group(3));
        return String.valueOf(from + step * dice.below((to - from) / step + 1));
    }

    private static String quote(String text) {
        return java.util.regex.Matcher.quoteReplacement(text);
    }

    private static String tidy(String text) {
        String tidy = text;
        for (List<String> pair : TIDY) tidy = tidy.replace(pair.getFirst(), pair.getLast());
        return tidy.strip();
    }
}

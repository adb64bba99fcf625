package org.yiwang.casework.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;

/**
 * What of a case can be searched. The number is not among it: it arises where the case is stored.
 *
 * @param matter address, title, description and what was answered to questions, a line each, in plain form
 * @param said notes and answers, a line each, in plain form, each after a line's end
 * @param pieces of both, and the marks of the sub-district and of the units with a part
 */
public record Searched(String matter, String said, Set<String> pieces) {
    /** Begins a mark; no text has pieces that begin with it. */
    private static final String MARK = "=";

    /** Of a case with all that was said in it. */
    public static Searched of(CaseFile file, List<CaseEvent> events) {
        List<String> said = events.stream().flatMap(Searched::said).toList();
        Set<String> pieces = matterPieces(file);
        said.forEach(text -> pieces.addAll(Grams.of(text)));
        return new Searched(matter(file), lines(said), pieces);
    }

    /** What a step adds; null when it says nothing and brings no unit in. The matter is given whole, or empty where it is as before. */
    public static @Nullable Searched added(CaseFile before, CaseFile after, CaseEvent event) {
        String matter = matter(after);
        boolean isSame = matter.equals(matter(before)) && marks(after).equals(marks(before));
        List<String> said = said(event).toList();
        if (isSame && said.isEmpty()) return null;
        Set<String> pieces = isSame ? new LinkedHashSet<>() : matterPieces(after);
        said.forEach(text -> pieces.addAll(Grams.of(text)));
        return new Searched(isSame ? "" : matter, lines(said), pieces);
    }

    /** The mark of everything in a sub-district. */
    public static String mark(Tenant tenant) {
        return MARK + tenant.code();
    }

    /** The mark of what lies in an area or a committee, or is on a unit's desk. */
    public static String mark(Tenant tenant, UnitId unit) {
        return mark(tenant) + "/" + unit.value();
    }

    private static Set<String> matterPieces(CaseFile file) {
        Set<String> pieces = marks(file);
        texts(file).forEach(text -> pieces.addAll(Grams.of(text)));
        return pieces;
    }

    private static Set<String> marks(CaseFile file) {
        Set<String> marks = new LinkedHashSet<>();
        marks.add(mark(file.tenant()));
        Stream.concat(Stream.of(file.place().area(), file.place().committee()), file.units().stream())
                .forEach(unit -> marks.add(mark(file.tenant(), unit)));
        return marks;
    }

    private static String matter(CaseFile file) {
        return String.join(
                "\n", texts(file).stream().map(text -> Grams.plain(text).text()).toList());
    }

    private static List<String> texts(CaseFile file) {
        List<String> texts = new ArrayList<>(List.of(file.place().address(), file.title(), file.description()));
        Answers answers = file.notes().answers();
        if (answers != null) answers.given().forEach(answer -> texts.addAll(answer.values()));
        Subject subject = file.notes().subject();
        if (subject != null) texts.add(subject.label());
        return texts;
    }

    private static String lines(List<String> said) {
        StringBuilder lines = new StringBuilder();
        for (String text : said) lines.append('\n').append(Grams.plain(text).text());
        return lines.toString();
    }

    private static Stream<String> said(CaseEvent event) {
        Stream<String> effects = event.effects().stream().flatMap(Searched::said);
        return Stream.concat(Stream.ofNullable(event.note()), effects)
                .filter(text -> !text.isBlank())
                .distinct();
    }

    private static Stream<String> said(Effect effect) {
        return switch (effect) {
            case Effect.Answered answered -> Stream.of(answered.text());
            case Effect.AssistantAdded added -> Stream.ofNullable(added.task());
            case Effect.AssistantSettled settled -> Stream.ofNullable(settled.note());
            case Effect.Contacted contacted -> Stream.ofNullable(contacted.note());
            case Effect.Visited visited -> Stream.ofNullable(visited.note());
            case Effect.Rated rated -> Stream.ofNullable(rated.note());
            case Effect.StepDone step ->
                Stream.concat(
                        Stream.ofNullable(step.note()),
                        step.answers().stream().flatMap(answer -> answer.values().stream()));
            default -> Stream.empty();
        };
    }
}

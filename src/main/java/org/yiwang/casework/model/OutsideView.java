package org.yiwang.casework.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;

/**
 * What people of an outside party see of a case that was given to their unit: the matter, the place, the photos, their own clocks and people. Not who
 * reported it, who else works on it or what was said about that; see docs/adr/0010-outside-parties.md.
 */
public final class OutsideView {
    public static final Set<ClockName> THEIR_CLOCKS =
            Collections.unmodifiableSet(EnumSet.of(ClockName.CLAIM, ClockName.HANDLE));

    /** Numbers as people write them into a text: seven digits or more, with blanks, dots, hyphens or brackets between them. */
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d(?:[ .\\-()]{0,3}\\d){6,}");

    private static final int DIGITS_SHOWN = 3;

    private OutsideView() {}

    public static CaseFile of(CaseFile file, UnitId unit) {
        boolean leads = unit.equals(file.lead());
        return new CaseFile(
                file.id(),
                file.tenant(),
                file.seq(),
                file.channel(),
                file.category(),
                withoutNumbers(file.title()),
                withoutNumbers(file.description()),
                file.urgency(),
                file.place(),
                file.stage(),
                file.lead(),
                leads ? file.handler() : null,
                null,
                file.assistants().stream()
                        .filter(assistant -> assistant.unit().equals(unit))
                        .toList(),
                file.clocks().stream()
                        .filter(clock -> leads && THEIR_CLOCKS.contains(clock.name()))
                        .toList(),
                List.of(),
                notes(file.notes(), leads),
                file.last(),
                file.reportedAt(),
                file.updatedAt(),
                file.closedAt());
    }

    private static CaseNotes notes(CaseNotes notes, boolean leads) {
        return new CaseNotes(
                notes.suspension(),
                notes.extensionAsk(),
                notes.supervision(),
                notes.supervisionAcknowledged(),
                notes.reworks(),
                notes.returns(),
                notes.reopens(),
                notes.arbitrated(),
                null,
                null,
                List.of(),
                notes.evidence().stream()
                        .filter(piece -> piece.contentType().startsWith("image/"))
                        .toList(),
                List.of(),
                List.of(),
                notes.answers(),
                notes.edition(),
                subject(notes.subject()),
                null,
                null,
                null,
                leads ? notes.steps().stream().map(OutsideView::nameless).toList() : List.of());
    }

    /** Which record it is about, without what the register knows of it. */
    private static @Nullable Subject subject(@Nullable Subject subject) {
        return subject == null ? null : new Subject(subject.register(), subject.key(), subject.label(), List.of());
    }

    /** What was done before counts for whoever leads now; who did it is not theirs to know. */
    private static StepTaken nameless(StepTaken step) {
        return new StepTaken(step.step(), step.at(), "", step.answers(), step.photos(), withoutNumbers(step.note()));
    }

    /** Wide digits read as digits. */
    private static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text);
        for (int i = 0; i < narrow.length(); i++)
            if (narrow.charAt(i) >= '０' && narrow.charAt(i) <= '９')
                narrow.setCharAt(i, (char) (narrow.charAt(i) - '０' + '0'));
        return narrow.toString();
    }

    /** A text in which somebody may have left a telephone number, with the number hidden. */
    public static String withoutNumbers(@Nullable String text) {
        if (text == null) return "";
        return NUMBER.matcher(narrow(text))
                .replaceAll(found -> Matcher.quoteReplacement(found.group().substring(0, DIGITS_SHOWN) + "****"));
    }
}

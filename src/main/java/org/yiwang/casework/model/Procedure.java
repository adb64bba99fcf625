package org.yiwang.casework.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiwang.scenario.form.Form;
import org.yiwang.worktime.Limit;

/**
 * How cases of a type are gone about, beyond what holds for all: which record they are about, what counts as a repeat, who gets them, and the steps in which
 * they are handled.
 *
 * @param code of the type
 * @param form what is asked when such a case is reported
 * @param repeats how far back earlier cases about the same record are counted; null where nobody counts
 */
public record Procedure(
        String code,
        Form form,
        @Nullable About subject,
        @Nullable Limit repeats,
        List<HandlingStep> steps,
        List<DispatchRule> dispatch) {
    public static final Procedure NONE = new Procedure("", Form.empty(), null, null, List.of(), List.of());

    /**
     * The question that names the record.
     *
     * @param record the form of the register, as it was when the package was read
     */
    public record About(String field, String register, Form record) {}

    /** The first line of the dispatch table that fits a case in the making. */
    public Optional<Ruling> ruling(NewCase fresh) {
        return dispatch.isEmpty() ? Optional.empty() : ruling(facts(fresh), fresh.place());
    }

    /** The same for a case that is there already, such as one that is put under this type. */
    public Optional<Ruling> ruling(CaseFile file) {
        return dispatch.isEmpty() ? Optional.empty() : ruling(facts(file), file.place());
    }

    private Optional<Ruling> ruling(Map<String, Object> facts, Place place) {
        return dispatch.stream().filter(rule -> rule.fits(facts)).findFirst().map(rule -> rule.at(place));
    }

    Optional<HandlingStep> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /** What rules may look at when a case of this type is reported. */
    Map<String, Object> facts(NewCase fresh) {
        return facts(fresh.channel(), fresh.place(), fresh.answers(), fresh.subject(), fresh.repeats());
    }

    /** What rules may look at now. Answers to the questions of another type say nothing here. */
    Map<String, Object> facts(CaseFile file) {
        CaseNotes notes = file.notes();
        Answers answers = notes.answers();
        List<Answer> given = answers != null && answers.category().equals(code) ? answers.given() : List.of();
        Map<String, Object> facts = facts(file.channel(), file.place(), given, notes.subject(), notes.repeats());
        facts.put(RuleScope.REWORKS, (double) notes.reworks());
        for (StepTaken taken : notes.steps())
            step(taken.step())
                    .ifPresent(step ->
                            facts.putAll(values(step.form(), RuleScope.STEPS + "." + step.id(), taken.answers())));
        return facts;
    }

    private Map<String, Object> facts(
            Channel channel, Place place, List<Answer> answers, @Nullable Subject about, @Nullable Repeats counted) {
        Map<String, Object> facts = new HashMap<>(values(form, RuleScope.ANSWERS, answers));
        facts.put(RuleScope.CHANNEL, channel.id());
        facts.put(RuleScope.COMMITTEE, place.committee().value());
        facts.put(RuleScope.AREA, place.area().value());
        facts.put(RuleScope.CELL, place.cell());
        if (counted != null) facts.put(RuleScope.REPEATS, (double) counted.earlier());
        if (about != null && subject != null && subject.register().equals(about.register()))
            facts.putAll(values(subject.record(), RuleScope.RECORD, about.facts()));
        return facts;
    }

    private static Map<String, Object> values(Form form, String prefix, List<Answer> answers) {
        return form.values(prefix, form.read(texts(answers)));
    }

    static Map<String, List<String>> texts(List<Answer> answers) {
        return answers.stream().collect(Collectors.toMap(Answer::question, Answer::values, (first, again) -> again));
    }
}

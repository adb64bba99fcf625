package org.yiwang.casework.model;

import java.util.Arrays;
import java.util.List;
import org.yiwang.rules.Scope;
import org.yiwang.rules.Type;
import org.yiwang.scenario.form.Form;

/** The names that rules of a case type may use. */
public final class RuleScope {
    static final String ANSWERS = "answers";
    static final String RECORD = "record";
    static final String REPEATS = "repeats";
    static final String REWORKS = "reworks";
    static final String STEPS = "steps";
    static final String CHANNEL = "channel";
    static final String COMMITTEE = "committee";
    static final String AREA = "area";
    static final String CELL = "cell";

    private RuleScope() {}

    /** What is known when a case is reported: the dispatch table looks at no more. */
    public static Scope ofReport(Procedure type) {
        List<String> channels = Arrays.stream(Channel.values()).map(Channel::id).toList();
        Scope scope = type.form()
                .scope(ANSWERS)
                .with(CHANNEL, Type.oneOf(channels))
                .with(COMMITTEE, Type.TEXT)
                .with(AREA, Type.TEXT)
                .with(CELL, Type.TEXT);
        if (type.subject() != null) scope = scope.and(type.subject().record().scope(RECORD));
        return type.repeats() == null ? scope : scope.with(REPEATS, Type.NUMBER);
    }

    /** What is known in handling: how often it was found not to be done, and what the earlier steps brought. */
    public static Scope ofHandling(Procedure type) {
        Scope scope = ofReport(type).with(REWORKS, Type.NUMBER);
        for (HandlingStep step : type.steps()) scope = scope.and(ofStep(step.id(), step.form()));
        return scope;
    }

    private static Scope ofStep(String id, Form form) {
        return form.scope(STEPS + "." + id);
    }
}

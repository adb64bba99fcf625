package org.yiwang.insight.model;

import java.util.List;
import java.util.Set;
import org.yiwang.platform.Decision;
import org.yiwang.platform.Refusal;

/** What may be done with a prevention task; the table itself is {@code insight/tasks.yaml}. */
public record TaskFlow(List<Rule> rules) {
    public static final int NOTE_CHARACTERS_MAX = 1_000;

    /** 承办单位, 发起人, 时钟 */
    public enum Who {
        OWNER,
        PROPOSER,
        CLOCK
    }

    /** @param needs of note and photos */
    public record Rule(String action, List<String> from, String to, List<Who> who, List<String> needs) {}

    /** What a person with these relations to it may do with a task in this state. */
    public List<Rule> open(String state, Set<Who> who) {
        return rules.stream()
                .filter(rule ->
                        rule.from().contains(state) && rule.who().stream().anyMatch(who::contains))
                .toList();
    }

    /** The rule that allows it, or why it is not possible. */
    public Decision<Rule> decide(String state, String action, Set<Who> who, String note, int photos) {
        List<Rule> now = rules.stream()
                .filter(rule -> rule.action().equals(action) && rule.from().contains(state))
                .toList();
        if (now.isEmpty()) return Decision.refused(Refusal.conflict("insight.not-now", state, action));
        Rule rule = now.getFirst();
        if (rule.who().stream().noneMatch(who::contains))
            return Decision.refused(Refusal.forbidden("insight.not-yours"));
        if (note.length() > NOTE_CHARACTERS_MAX || (rule.needs().contains("note") && note.isBlank()))
            return Decision.refused(Refusal.invalid("note", "insight.note-missing", NOTE_CHARACTERS_MAX));
        if (rule.needs().contains("photos") && photos == 0)
            return Decision.refused(Refusal.invalid("photos", "insight.photo-missing"));
        return Decision.granted(rule);
    }
}

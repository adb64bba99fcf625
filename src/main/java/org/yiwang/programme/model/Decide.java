package org.yiwang.programme.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.platform.Decision;
import org.yiwang.platform.Refusal;

/** What may be done with a programme now, and by whom. */
public record Decide(Kind kind, Programme programme, Person person, Instant at) {
    public static final int NOTE_CHARACTERS_MAX = 2_000;
    public static final int CONDITIONS_CHARACTERS_MAX = 1_000;
    /** Whoever has so much to say needs a talk, not a file. */
    public static final int EVENTS_MAX = 500;

    /**
     * What comes with a step.
     *
     * @param answers to what the step asks, as canonical JSON
     * @param fault what is wrong with them, or with what is handed in
     * @param digest of what is handed in
     */
    public record Given(String note, String answers, Optional<Refusal> fault, String digest) {}

    /** Steps that the person could take now, whatever they still need. */
    public List<Step> steps() {
        return kind.from(programme.stage()).stream()
                .filter(step -> person.isAnyOf(step.who()))
                .toList();
    }

    /** Whether the person may change what is written. */
    public boolean mayEdit() {
        return stage().isEdited() && person.isOwner();
    }

    /** Kinds of paper that the person may put in: all where it is written, otherwise those that a step of the person's needs. */
    public List<Kind.Paper> papers() {
        if (stage().isEnd()) return List.of();
        return kind.papers().stream()
                .filter(paper -> mayEdit()
                        || steps().stream().anyMatch(step -> step.papers().contains(paper.id())))
                .toList();
    }

    public boolean mayOpine() {
        Stage.Asked asked = stage().asked();
        return asked != null
                && programme.edition() > 0
                && person.speaksForUnit()
                && !person.unit().equals(programme.unit())
                && asked.units().contains(person.unit());
    }

    /** How many units must still agree before a step that needs opinions; 0 where none is asked. */
    public int opinionsMissing() {
        Stage.Asked asked = stage().asked();
        return asked == null
                ? 0
                : Math.max(0, asked.least() - programme.standing().size());
    }

    public Decision<Event> paper(String paper, UUID attachment, String name) {
        if (kind.paper(paper).isEmpty()) return Decision.refused(Refusal.invalid("paper", "programme.no-paper", paper));
        if (papers().stream().noneMatch(one -> one.id().equals(paper)))
            return Decision.refused(Refusal.forbidden("programme.paper-not-now"));
        int version = (int) programme.papers().stream()
                        .filter(one -> one.paper().equals(paper))
                        .count()
                + 1;
        return event(new Deed.PaperAdded(paper, version, attachment, name), programme.edition());
    }

    public Decision<Event> opinion(Verdict verdict, String text, String conditions) {
        if (!mayOpine()) return Decision.refused(Refusal.forbidden("programme.not-asked"));
        if (text.length() > NOTE_CHARACTERS_MAX || (verdict == Verdict.AGAINST && text.isBlank()))
            return Decision.refused(Refusal.invalid("text", "programme.opinion-text", NOTE_CHARACTERS_MAX));
        boolean isMissing = verdict == Verdict.CONDITIONS && conditions.isBlank();
        if (isMissing || conditions.length() > CONDITIONS_CHARACTERS_MAX)
            return Decision.refused(Refusal.invalid("conditions", "programme.conditions", CONDITIONS_CHARACTERS_MAX));
        String kept = verdict == Verdict.CONDITIONS ? conditions.strip() : "";
        return event(new Deed.OpinionGiven(verdict, text.strip(), kept), programme.edition());
    }

    public Decision<Event> step(String id, Given given) {
        Step step = kind.step(id).orElse(null);
        if (step == null) return Decision.refused(Refusal.notFound("programme.no-step", id));
        if (!step.from().contains(programme.stage()))
            return Decision.refused(Refusal.conflict(
                    "programme.not-now",
                    stage().title().zh(),
                    step.title().zh(),
                    stage().title().en(),
                    step.title().en()));
        if (!person.isAnyOf(step.who()))
            return Decision.refused(Refusal.forbidden(
                    "programme.not-yours", step.title().zh(), step.title().en()));
        return lacking(step, given)
                .<Decision<Event>>map(Decision::refused)
                .orElseGet(() -> event(
                        new Deed.StepTaken(
                                id,
                                step.to(),
                                given.note().strip(),
                                given.answers(),
                                step.handsIn() ? given.digest() : ""),
                        programme.edition() + (step.handsIn() ? 1 : 0)));
    }

    private Optional<Refusal> lacking(Step step, Given given) {
        if (given.note().length() > NOTE_CHARACTERS_MAX
                || (step.needsNote() && given.note().isBlank()))
            return Optional.of(Refusal.invalid("note", "programme.note", NOTE_CHARACTERS_MAX));
        if (given.fault().isPresent()) return given.fault();
        List<Kind.Paper> missing = missing(step);
        if (!missing.isEmpty())
            return Optional.of(Refusal.invalid(
                    "papers", "programme.paper-missing", joined(missing, "zh", "、"), joined(missing, "en", ", ")));
        return step.needsOpinions() ? opinions() : Optional.empty();
    }

    /** Papers that the step needs and that are not there. */
    public List<Kind.Paper> missing(Step step) {
        List<Kind.Paper> missing = new ArrayList<>();
        for (String id : step.papers())
            if (!programme.current().containsKey(id)) kind.paper(id).ifPresent(missing::add);
        return missing;
    }

    private static String joined(List<Kind.Paper> papers, String language, String comma) {
        return String.join(
                comma, papers.stream().map(paper -> paper.title().in(language)).toList());
    }

    private Optional<Refusal> opinions() {
        boolean isOpposed = programme.standing().values().stream().anyMatch(one -> one.verdict() == Verdict.AGAINST);
        if (isOpposed) return Optional.of(Refusal.conflict("programme.opposed"));
        return opinionsMissing() > 0
                ? Optional.of(Refusal.conflict("programme.opinions-missing", opinionsMissing()))
                : Optional.empty();
    }

    private Stage stage() {
        return kind.stage(programme.stage());
    }

    private Decision<Event> event(Deed deed, int edition) {
        if (programme.seq() >= EVENTS_MAX) return Decision.refused(Refusal.conflict("programme.full", EVENTS_MAX));
        return Decision.granted(new Event(
                programme.seq() + 1, at, person.id(), person.name(), person.unit(), programme.stage(), edition, deed));
    }
}

package org.yiwang.programme.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.programme.Definition;
import org.yiwang.programme.DueTimes;
import org.yiwang.programme.ViewProgrammes.Seen;
import org.yiwang.programme.model.Decide;
import org.yiwang.programme.model.Deed;
import org.yiwang.programme.model.Event;
import org.yiwang.programme.model.Programme;
import org.yiwang.programme.model.Programme.Attached;
import org.yiwang.programme.model.Stage;
import org.yiwang.programme.model.Step;
import org.yiwang.programme.model.Title;
import org.yiwang.programme.model.Verdict;
import org.yiwang.programme.store.HandedInStore.Edition;
import org.yiwang.programme.store.Kept;
import org.yiwang.programme.web.KindViews.KindView;
import org.yiwang.programme.web.KindViews.PaperView;
import org.yiwang.scenario.form.FormField;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One programme as the screens show it. */
final class ProgrammeViews {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProgrammeViews() {}

    @SchemaName("ProgrammeDraft")
    record DraftView(Map<String, List<String>> given, int revision, Instant at, String by) {}

    /** @param answers values by field of the kind's form */
    @SchemaName("ProgrammeEdition")
    record EditionView(
            int number, Instant at, String by, Map<String, List<String>> answers, List<UUID> papers, String digest) {}

    /**
     * A paper that was put in.
     *
     * @param current whether it is the latest of its kind
     * @param editions those that it was handed in with
     */
    @SchemaName("ProgrammePaper")
    record AttachedView(
            String paper,
            int version,
            UUID attachment,
            String name,
            Instant at,
            String by,
            boolean current,
            List<Integer> editions) {}

    /**
     * What a unit said.
     *
     * @param verdict agree, conditions or against
     * @param standing whether it is the unit's last word on the edition under review
     */
    @SchemaName("ProgrammeOpinion")
    record OpinionView(
            String unit,
            String by,
            String verdict,
            String text,
            String conditions,
            Instant at,
            int edition,
            boolean standing) {}

    /**
     * A line of its past.
     *
     * @param deed opened, paper, opinion or step
     * @param verdict of an opinion: agree, conditions or against
     * @param answers to what the step asked, by field
     */
    @SchemaName("ProgrammeEvent")
    record EventView(
            int seq,
            Instant at,
            String by,
            String unit,
            String stage,
            int edition,
            String deed,
            @Nullable String step,
            @Nullable String to,
            @Nullable String paper,
            @Nullable Integer version,
            @Nullable UUID attachment,
            @Nullable String verdict,
            String text,
            String conditions,
            Map<String, List<String>> answers,
            String digest) {}

    /**
     * A step that the person may take.
     *
     * @param missing papers that must be put in before it
     * @param opinions how many units must still agree before it
     * @param opposed whether a unit is against it, which keeps it from being taken
     */
    @SchemaName("ProgrammeOffer")
    record OfferView(
            String id,
            Title title,
            List<FormField> fields,
            boolean note,
            boolean handsIn,
            List<PaperView> missing,
            int opinions,
            boolean opposed) {}

    /**
     * One programme.
     *
     * @param explanation why it is due when it is due, line by line
     * @param papersToAdd kinds of paper that the person may put in
     */
    @SchemaName("Programme")
    record Detail(
            UUID id,
            String number,
            String title,
            @Nullable String about,
            String unit,
            String stage,
            Instant since,
            @Nullable Instant dueAt,
            boolean late,
            List<String> explanation,
            Instant openedAt,
            int seq,
            int edition,
            KindView kind,
            DraftView draft,
            List<EditionView> editions,
            List<AttachedView> papers,
            List<OpinionView> opinions,
            List<EventView> events,
            List<OfferView> offers,
            boolean mayEdit,
            boolean mayOpine,
            List<PaperView> papersToAdd) {}

    static Detail of(Seen seen, DueTimes due, Instant now, Locale locale) {
        Kept kept = seen.kept();
        Programme one = kept.programme();
        Stage stage = seen.definition().kind().stage(one.stage());
        return new Detail(
                one.id(),
                one.number(),
                one.title(),
                one.about(),
                one.unit().value(),
                one.stage(),
                one.since(),
                kept.dueAt(),
                kept.dueAt() != null && now.isAfter(kept.dueAt()),
                due.explain(stage, one.since(), locale),
                kept.openedAt(),
                one.seq(),
                one.edition(),
                KindViews.of(seen.definition(), false),
                draft(kept.draft()),
                seen.editions().stream().map(ProgrammeViews::edition).toList(),
                one.papers().stream().map(paper -> attached(seen, paper)).toList(),
                one.opinions().stream().map(opinion -> opinion(one, opinion)).toList(),
                kept.events().stream().map(ProgrammeViews::event).toList(),
                seen.decide().steps().stream()
                        .map(step -> offer(seen.definition(), seen.decide(), step))
                        .toList(),
                seen.decide().mayEdit(),
                seen.decide().mayOpine(),
                seen.decide().papers().stream().map(KindViews::paper).toList());
    }

    static DraftView draft(Kept.Draft draft) {
        return new DraftView(draft.given(), draft.revision(), draft.at(), draft.by());
    }

    private static EditionView edition(Edition one) {
        return new EditionView(one.number(), one.at(), one.by(), values(one.answers()), one.papers(), one.digest());
    }

    private static AttachedView attached(Seen seen, Attached one) {
        return new AttachedView(
                one.paper(),
                one.version(),
                one.attachment(),
                one.name(),
                one.at(),
                one.by(),
                one.equals(seen.kept().programme().current().get(one.paper())),
                seen.editions().stream()
                        .filter(edition -> edition.papers().contains(one.attachment()))
                        .map(Edition::number)
                        .toList());
    }

    private static OpinionView opinion(Programme programme, Programme.Opinion one) {
        return new OpinionView(
                one.unit().value(),
                one.by(),
                one.verdict().id(),
                one.text(),
                one.conditions(),
                one.at(),
                one.edition(),
                one.equals(programme.standing().get(one.unit())));
    }

    private static OfferView offer(Definition definition, Decide decide, Step step) {
        boolean asks = step.needsOpinions();
        return new OfferView(
                step.id(),
                step.title(),
                definition.asked(step.id()).view(),
                step.needsNote(),
                step.handsIn(),
                decide.missing(step).stream().map(KindViews::paper).toList(),
                asks ? decide.opinionsMissing() : 0,
                asks
                        && decide.programme().standing().values().stream()
                                .anyMatch(one -> one.verdict() == Verdict.AGAINST));
    }

    private static EventView event(Event one) {
        return switch (one.deed()) {
            case Deed.Opened() -> line(one, "opened", null, null, null, null, null, null, "", "", Map.of(), "");
            case Deed.PaperAdded(String paper, int version, UUID attachment, String name) ->
                line(one, "paper", null, null, paper, version, attachment, null, name, "", Map.of(), "");
            case Deed.OpinionGiven(Verdict verdict, String text, String conditions) ->
                line(one, "opinion", null, null, null, null, null, verdict, text, conditions, Map.of(), "");
            case Deed.StepTaken(String step, String to, String note, String answers, String digest) ->
                line(one, "step", step, to, null, null, null, null, note, "", values(answers), digest);
        };
    }

    private static EventView line(
            Event one,
            String deed,
            @Nullable String step,
            @Nullable String to,
            @Nullable String paper,
            @Nullable Integer version,
            @Nullable UUID attachment,
            @Nullable Verdict verdict,
            String text,
            String conditions,
            Map<String, List<String>> answers,
            String digest) {
        return new EventView(
                one.seq(),
                one.at(),
                one.name(),
                one.unit().value(),
                one.stage(),
                one.edition(),
                deed,
                step,
                to,
                paper,
                version,
                attachment,
                verdict == null ? null : verdict.id(),
                text,
                conditions,
                answers,
                digest);
    }

    /** Typed answers as the texts that the screens show. */
    private static Map<String, List<String>> values(String json) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (json.isEmpty()) return values;
        JSON.readTree(json).properties().forEach(entry -> values.put(entry.getKey(), texts(entry.getValue())));
        return values;
    }

    private static List<String> texts(JsonNode value) {
        if (!value.isArray()) return List.of(value.asString());
        List<String> texts = new ArrayList<>();
        value.forEach(one -> texts.add(one.asString()));
        return texts;
    }
}

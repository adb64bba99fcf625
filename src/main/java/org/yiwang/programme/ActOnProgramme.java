package org.yiwang.programme;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.attachment.Attachment;
import org.yiwang.attachment.Attachments;
import org.yiwang.attachment.Uploader;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Decision;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Sm3;
import org.yiwang.platform.audit.CanonicalJson;
import org.yiwang.platform.audit.Hash;
import org.yiwang.programme.model.Decide;
import org.yiwang.programme.model.Deed;
import org.yiwang.programme.model.Event;
import org.yiwang.programme.model.Programme.Attached;
import org.yiwang.programme.model.Stage;
import org.yiwang.programme.model.Step;
import org.yiwang.programme.model.Verdict;
import org.yiwang.programme.store.HandedInStore;
import org.yiwang.programme.store.HandedInStore.Edition;
import org.yiwang.programme.store.Kept;
import org.yiwang.programme.store.ProgrammeStore;
import org.yiwang.scenario.form.FieldFault;
import org.yiwang.scenario.form.Form;
import tools.jackson.databind.node.ObjectNode;

/** Puts papers in, says what units think, and takes a programme from one stage to the next. */
@Service
public class ActOnProgramme {
    private final ProgrammeStore store;
    private final HandedInStore editions;
    private final Kinds kinds;
    private final DueTimes due;
    private final Attachments attachments;
    private final TellOfProgrammes tell;

    ActOnProgramme(
            ProgrammeStore store,
            HandedInStore editions,
            Kinds kinds,
            DueTimes due,
            Attachments attachments,
            TellOfProgrammes tell) {
        this.store = store;
        this.editions = editions;
        this.kinds = kinds;
        this.due = due;
        this.attachments = attachments;
        this.tell = tell;
    }

    /** A programme held for one act. */
    private record Held(Kept kept, Definition definition, Decide decide) {}

    /** What comes with a step: the number of the last event that the person saw, a reason, answers by field. */
    public record Asked(int seq, String note, Map<String, List<String>> answers) {}

    private record Written(String text, List<Refusal> faults) {}

    /** @throws RefusedException where the paper is none of the kind's, or not this person's to put in now */
    @Transactional
    public void addPaper(Staff staff, UUID id, String paper, UUID attachment, Instant when) {
        Held held = hold(staff, id, when);
        Attachment file = attachments
                .check(staff.tenant(), List.of(attachment), Uploader.of(staff))
                .getFirst();
        Event event = held.decide().paper(paper, attachment, file.name()).orThrow();
        keep(staff, held, event);
        attachments.link(staff.tenant(), List.of(attachment), ProgrammePaperGuard.KIND, id);
    }

    /** What the person's unit thinks of the edition under review; a later opinion takes the place of an earlier one. */
    @Transactional
    public void giveOpinion(Staff staff, UUID id, Verdict verdict, String text, String conditions, Instant when) {
        Held held = hold(staff, id, when);
        keep(staff, held, held.decide().opinion(verdict, text, conditions).orThrow());
    }

    /** @throws RefusedException naming what is missing, each field where there are several, or that somebody was faster */
    @Transactional
    public void step(Staff staff, UUID id, String step, Asked asked, Instant when) {
        Held held = hold(staff, id, when);
        if (asked.seq() != held.kept().programme().seq())
            throw Refusal.conflict("programme.moved-on").exception();
        Written answers = write(held.definition().asked(step), asked.answers());
        boolean handsIn =
                held.definition().kind().step(step).filter(Step::handsIn).isPresent();
        Written draft =
                handsIn ? write(held.definition().form(), held.kept().draft().given()) : new Written("", List.of());
        List<Refusal> faults = new ArrayList<>(draft.faults());
        faults.addAll(answers.faults());
        List<Attached> papers = List.copyOf(held.kept().programme().current().values());
        String digest = handsIn ? digest(staff, draft.text(), papers) : "";
        Event event = decided(
                held.decide()
                        .step(
                                step,
                                new Decide.Given(
                                        asked.note(),
                                        answers.text(),
                                        faults.stream().findFirst(),
                                        digest)),
                faults);
        if (handsIn)
            editions.add(
                    staff.tenant(),
                    id,
                    new Edition(
                            event.edition(),
                            event.at(),
                            staff.name(),
                            draft.text(),
                            papers.stream().map(Attached::attachment).toList(),
                            digest));
        keep(staff, held, event);
        tell.stepped(staff, held.definition().kind(), held.kept().programme().after(event), event);
    }

    private static Event decided(Decision<Event> decision, List<Refusal> faults) {
        if (decision instanceof Decision.Refused<Event>(Refusal refusal)
                && faults.stream().findFirst().filter(refusal::equals).isPresent())
            throw new RefusedException(refusal, Map.of(RefusedException.FIELDS, faults));
        return decision.orThrow();
    }

    private Held hold(Staff staff, UUID id, Instant when) {
        Kept kept = store.hold(staff, id)
                .orElseThrow(() -> Refusal.notFound("programme.not-found").exception());
        Definition definition = kinds.of(staff.tenant(), kept.packageId(), kept.kindVersion(), kept.kind());
        // PostgreSQL keeps microseconds; a finer time would not hash the same when it is read back.
        Instant now = when.truncatedTo(ChronoUnit.MICROS);
        return new Held(kept, definition, WriteProgramme.decide(staff, definition, kept, now));
    }

    private void keep(Staff staff, Held held, Event event) {
        Kept kept = held.kept();
        String stage = kept.programme().after(event).stage();
        Stage now = held.definition().kind().stage(stage);
        Instant dueAt = event.deed() instanceof Deed.StepTaken ? due.of(now, event.at()) : kept.dueAt();
        store.append(staff.tenant(), kept, event, dueAt, now.isEnd());
    }

    private static Written write(Form form, Map<String, List<String>> given) {
        ObjectNode data = form.computed(form.read(given));
        return new Written(
                CanonicalJson.text(data),
                form.check(data).stream().map(FieldFault::refusal).toList());
    }

    /** What was handed in, answers and papers to the last byte, in one number. */
    private String digest(Staff staff, String answers, List<Attached> papers) {
        Map<String, String> hashes = new TreeMap<>();
        for (Attached paper : papers)
            hashes.put(
                    paper.attachment().toString(),
                    attachments
                            .kept(staff.tenant(), paper.attachment())
                            .map(Attachments.Kept::hash)
                            .orElse(""));
        return Hash.of(Sm3.hash(CanonicalJson.bytes(Map.of("answers", answers, "papers", hashes))))
                .hex();
    }
}

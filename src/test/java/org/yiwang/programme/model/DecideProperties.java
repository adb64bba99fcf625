package org.yiwang.programme.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Decision;
import org.yiwang.programme.ReadKindTest;
import org.yiwang.programme.model.Programme.Opinion;

/** Whatever people try with a file, in whatever order: what was decided stands on what had to be there, and nothing that was said is lost. */
class DecideProperties {
    private static final Instant NOW = Instant.parse("2021-06-01T02:00:00Z");
    private static final UnitId OWN = new UnitId("fangguan");
    private static final List<Person> PEOPLE = List.of(
            person("fangguan", "owner", "programmes.opine"),
            person("guanliban", "programmes.opine"),
            person("pinganban", "programmes.opine"),
            person("chengguan"),
            person("centre", "programmes.review"),
            person("centre", "programmes.decide"));

    /** The way from the draft to the approval, on which people leave the rest to chance at any place. */
    private static final List<Attempt> STRAIGHT = List.of(
            new Attempt(0, "paper", "proposal", false, false),
            new Attempt(0, "step", "submit", false, false),
            new Attempt(1, "opinion", "agree", true, false),
            new Attempt(2, "opinion", "conditions", true, false),
            new Attempt(4, "paper", "review", false, false),
            new Attempt(4, "step", "pass", false, false),
            new Attempt(5, "paper", "minutes", false, false),
            new Attempt(5, "step", "approve", false, false));

    private final Kind kind = ReadKindTest.bundled().kind();

    /** What somebody tries. */
    private record Attempt(int who, String deed, String what, boolean withNote, boolean faulty) {}

    @Property(tries = 500)
    void nothing_that_was_said_is_lost_and_numbers_have_no_gaps(@ForAll("attempts") List<Attempt> attempts) {
        Programme now = opened();
        List<Event> past = new ArrayList<>();
        for (Attempt attempt : attempts) {
            Programme before = now;
            Optional<Event> event = tried(before, attempt);
            if (event.isEmpty()) continue;
            past.add(event.get());
            now = before.after(event.get());
            assertThat(now.papers().subList(0, before.papers().size())).isEqualTo(before.papers());
            assertThat(now.opinions().subList(0, before.opinions().size())).isEqualTo(before.opinions());
            assertThat(now.edition()).isBetween(before.edition(), before.edition() + 1);
            assertThat(kind.stages()).extracting(Stage::id).contains(now.stage());
        }
        assertThat(past)
                .extracting(Event::seq)
                .isEqualTo(java.util.stream.IntStream.rangeClosed(1, past.size())
                        .boxed()
                        .toList());
        Programme again = opened();
        for (Event event : past) again = again.after(event);
        assertThat(again).isEqualTo(now);
        Statistics.label("stage").collect(now.stage());
        Statistics.label("stage").coverage(reached -> {
            reached.check("approved").percentage(share -> share > 1);
            reached.check("reviewed").percentage(share -> share > 1);
            reached.check("returned").percentage(share -> share > 1);
        });
    }

    @Property(tries = 500)
    void an_end_is_an_end(@ForAll("attempts") List<Attempt> attempts) {
        Programme now = opened();
        for (Attempt attempt : attempts) {
            Optional<Event> event = tried(now, attempt);
            if (kind.stage(now.stage()).isEnd()) assertThat(event).isEmpty();
            if (event.isPresent()) now = now.after(event.get());
        }
    }

    @Property(tries = 500)
    void a_step_stands_on_its_papers_its_reason_and_on_units_that_agreed_to_that_very_edition(
            @ForAll("attempts") List<Attempt> attempts) {
        Programme now = opened();
        for (Attempt attempt : attempts) {
            Optional<Event> event = tried(now, attempt);
            if (event.isPresent() && event.get().deed() instanceof Deed.StepTaken taken) check(now, taken, attempt);
            if (event.isPresent()) now = now.after(event.get());
        }
    }

    private void check(Programme before, Deed.StepTaken taken, Attempt attempt) {
        Step step = kind.step(taken.step()).orElseThrow();
        assertThat(step.from()).contains(before.stage());
        assertThat(before.current().keySet()).containsAll(step.papers());
        assertThat(attempt.faulty()).isFalse();
        assertThat(PEOPLE.get(attempt.who()).rights()).containsAnyElementsOf(step.who());
        if (step.needsNote()) assertThat(taken.note()).isNotBlank();
        if (!step.needsOpinions()) return;
        List<Opinion> last = List.copyOf(before.standing().values());
        assertThat(last).hasSizeGreaterThanOrEqualTo(2).allMatch(one -> one.edition() == before.edition());
        assertThat(last).extracting(Opinion::verdict).doesNotContain(Verdict.AGAINST);
        assertThat(last).extracting(Opinion::unit).doesNotHaveDuplicates().doesNotContain(OWN);
    }

    private Optional<Event> tried(Programme now, Attempt attempt) {
        Decide decide = new Decide(kind, now, PEOPLE.get(attempt.who()), NOW.plusSeconds(now.seq()));
        String note = attempt.withNote() ? "材料不全" : "";
        Decision<Event> decision =
                switch (attempt.deed()) {
                    case "paper" -> decide.paper(attempt.what(), new UUID(1, now.seq()), "a.pdf");
                    case "opinion" -> decide.opinion(Verdict.of(attempt.what()).orElseThrow(), note, note);
                    default -> decide.step(attempt.what(), new Decide.Given(note, "{}", fault(attempt), "ab"));
                };
        return decision instanceof Decision.Granted<Event>(Event event) ? Optional.of(event) : Optional.empty();
    }

    private static Optional<org.yiwang.platform.Refusal> fault(Attempt attempt) {
        return attempt.faulty()
                ? Optional.of(org.yiwang.platform.Refusal.invalid("cost", "form.missing", "经费", "Cost"))
                : Optional.empty();
    }

    private Programme opened() {
        return Programme.opened(new UUID(0, 1), "CJ-2021-001", "梯控", "lift", OWN, "draft", NOW);
    }

    private static Person person(String unit, String... rights) {
        java.util.HashSet<String> all = new java.util.HashSet<>(Set.of(rights));
        all.add(unit);
        return new Person(new UUID(2, unit.hashCode()), unit, new UnitId(unit), all);
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        Arbitrary<Integer> who = Arbitraries.integers().between(0, PEOPLE.size() - 1);
        Arbitrary<Boolean> note = Arbitraries.of(true, true, false);
        Arbitrary<Boolean> faulty = Arbitraries.of(false, false, false, true);
        Arbitrary<Attempt> papers = Combinators.combine(
                        who, Arbitraries.of("proposal", "budget", "review", "minutes", "evaluation", "none"))
                .as((one, what) -> new Attempt(one, "paper", what, false, false));
        Arbitrary<Attempt> opinions = Combinators.combine(
                        who, Arbitraries.of("agree", "agree", "conditions", "against"), note)
                .as((one, what, withNote) -> new Attempt(one, "opinion", what, withNote, false));
        Arbitrary<Attempt> steps = Combinators.combine(
                        who,
                        Arbitraries.of(
                                "submit",
                                "pass",
                                "return",
                                "reject",
                                "approve",
                                "refuse",
                                "withdraw",
                                "evaluate",
                                "no"),
                        note,
                        faulty)
                .as((one, what, withNote, bad) -> new Attempt(one, "step", what, withNote, bad));
        Arbitrary<List<Attempt>> anything =
                Arbitraries.oneOf(papers, opinions, steps).list().ofMinSize(2).ofMaxSize(60);
        return Combinators.combine(Arbitraries.integers().between(0, STRAIGHT.size()), anything)
                .as((steady, rest) -> {
                    List<Attempt> all = new ArrayList<>(STRAIGHT.subList(0, steady));
                    all.addAll(rest);
                    return all;
                });
    }
}

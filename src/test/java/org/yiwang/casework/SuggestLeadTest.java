package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.RunningDemo;
import org.yiwang.casework.SuggestLead.Suggestion;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.store.CaseStore;
import org.yiwang.organisation.People;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;

/** The year's experience speaks: who settled such matters, what the duty chief decided, who has given this one back. */
@Tag("database")
class SuggestLeadTest {
    private static final Tenant TENANT = new Tenant(310110018);
    private static RunningDemo demo;
    private static CaseFile decided;
    private static String number;

    @BeforeAll
    static void load() throws Exception {
        demo = RunningDemo.loaded();
        UUID id = JdbcClient.create(demo.database().dataSource())
                .sql("""
                        select id from casework.cases where (notes ->> 'arbitrated')::boolean and stage = 'closed'
                        order by reported_at desc limit 1
                        """)
                .query(UUID.class)
                .single();
        var stored = demo.bean(CaseStore.class).find(TENANT, id).orElseThrow();
        decided = stored.file();
        number = stored.number();
    }

    @Test
    void what_the_duty_chief_decided_is_a_precedent_for_the_next_like_case() {
        List<Suggestion> suggestions = suggestions(like());
        Suggestion leading = suggestions.stream()
                .filter(one -> one.unit().equals(decided.lead()))
                .findFirst()
                .orElseThrow();
        assertThat(leading.precedents()).contains(number);
        assertThat(leading.settled()).isPositive();
        assertThat(suggestions).isSortedAccordingTo((a, b) -> Double.compare(b.confidence(), a.confidence()));
        assertThat(suggestions.stream().mapToDouble(Suggestion::confidence).sum())
                .isLessThanOrEqualTo(1.000001);
    }

    @Test
    void the_catalogue_speaks_where_there_is_no_experience() {
        UnitId named = demo.bean(CatalogueStore.class)
                .of(TENANT)
                .category(decided.category())
                .lead()
                .of(decided.place());
        assertThat(suggestions(like()))
                .filteredOn(Suggestion::byCatalogue)
                .extracting(Suggestion::unit)
                .containsExactly(named);
    }

    @Test
    void a_unit_that_has_given_the_case_back_comes_last() {
        CaseFile fresh = like();
        UnitId lead = suggestions(fresh).getFirst().unit();
        act(fresh, "accept", ActionInput.NONE, "operator");
        act(fresh, "dispatch", new ActionInput.Builder().unit(lead).build(), "operator");
        Actor handler = demo.bean(People.class).all(TENANT).stream()
                .filter(staff -> staff.unit().equals(lead))
                .map(Actor::staff)
                .filter(actor -> actor.roles().stream()
                        .anyMatch(role -> List.of("handler", "committee").contains(role.id())))
                .findFirst()
                .orElseThrow();
        ActionInput why = new ActionInput.Builder()
                .reason("not-our-duty")
                .note("不属于本单位职责")
                .build();
        act(fresh, "ask-return", why, handler);
        act(fresh, "grant-return", ActionInput.NONE, "operator");
        Suggestion last = suggestions(fresh).getLast();
        assertThat(last.unit()).isEqualTo(lead);
        assertThat(last.gaveBack()).isTrue();
    }

    private static CaseFile like() {
        CaseIntake.Matter matter = new CaseIntake.Matter(
                Channel.DESK,
                decided.category(),
                null,
                "同类情况",
                null,
                decided.place(),
                List.of(),
                null,
                null,
                AnyAnswers.to(decided.category()));
        return demo.bean(CaseIntake.class)
                .take(TENANT, matter, staff("operator"), now(), null)
                .file();
    }

    private static List<Suggestion> suggestions(CaseFile file) {
        return demo.bean(SuggestLead.class).to(file, now());
    }

    private static void act(CaseFile file, String action, ActionInput input, String login) {
        act(file, action, input, staff(login));
    }

    private static void act(CaseFile file, String action, ActionInput input, Actor actor) {
        demo.bean(ActOnCase.class).act(TENANT, ActOnCase.Request.of(file.id(), action, input), actor, now());
    }

    private static Actor staff(String login) {
        return Actor.staff(demo.bean(People.class).ofLogin(TENANT, login).orElseThrow());
    }

    private static Instant now() {
        return demo.bean(Clock.class).instant();
    }
}

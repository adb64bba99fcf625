package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.casework.CaseWorld.OPERATOR;
import static org.yiwang.casework.CaseWorld.PLACE;
import static org.yiwang.casework.CaseWorld.TENANT;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.CaseEvent;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.CaseHistory;
import org.yiwang.casework.model.Catalogue;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.ClockName;
import org.yiwang.casework.model.Decide;
import org.yiwang.casework.model.Edition;
import org.yiwang.casework.model.Effect;
import org.yiwang.casework.model.NewCase;
import org.yiwang.casework.model.Urgency;
import org.yiwang.worktime.Limit;

/** A case lives on under the version of the package that opened it. */
class EditionsTest {
    private static final String CODE = "E0501";
    private static final Instant START = CaseWorld.at("2021-11-09T09:00");
    private static final Edition FIRST = new Edition("standard", 1);
    private static final Edition SECOND = new Edition("standard", 2);

    private final CaseWorld world = new CaseWorld(3);
    private final Category before = world.catalogue.category(CODE);
    private final Category after = withDispatch(before, Limit.minutes(1));
    private final Map<Edition, Map<String, Category>> past =
            Map.of(FIRST, Map.of(CODE, before), SECOND, Map.of(CODE, after));
    private final Decide first = decide(before, FIRST);
    private final Decide second = decide(after, SECOND);

    @Test
    void the_clocks_of_an_open_case_keep_the_limits_of_the_version_that_opened_it() {
        CaseFile old = open(first);
        assertThat(old.notes().edition()).isEqualTo(FIRST);
        assertThat(dispatchLimit(second, old))
                .isEqualTo(before.limit(ClockName.DISPATCH).orElseThrow());
        assertThat(dispatchLimit(second, open(second))).isEqualTo(Limit.minutes(1));
    }

    @Test
    void a_case_older_than_packages_goes_by_what_counts_now() {
        CaseFile old = open(decide(before, Map.of()));
        assertThat(old.notes().edition()).isNull();
        assertThat(dispatchLimit(second, old)).isEqualTo(Limit.minutes(1));
    }

    private CaseFile open(Decide decide) {
        NewCase fresh = new NewCase(
                Channel.DESK, CODE, "跨门营业", "占道", Urgency.NORMAL, PLACE, List.of(), List.of(), null, List.of());
        return CaseHistory.open(world.id(), TENANT, decide.report(fresh, OPERATOR, START), world.reckoning);
    }

    private static Limit dispatchLimit(Decide decide, CaseFile file) {
        CaseEvent accepted = decide.act(file, "accept", ActionInput.NONE, OPERATOR, START.plusSeconds(60), 0)
                .orThrow();
        return accepted.effects().stream()
                .<Limit>mapMulti((effect, out) -> {
                    if (effect instanceof Effect.ClockStarted(ClockName clock, Limit limit)
                            && clock == ClockName.DISPATCH) out.accept(limit);
                })
                .findFirst()
                .orElseThrow();
    }

    private Decide decide(Category category, Edition edition) {
        return decide(category, Map.of(CODE, edition));
    }

    private Decide decide(Category category, Map<String, Edition> editions) {
        Catalogue catalogue = new Catalogue(
                Map.of(CODE, category), editions, past, Map.of(), world.catalogue.reasons(), world.catalogue.units());
        return new Decide(world.flow, catalogue, world.reckoning, world::id);
    }

    private static Category withDispatch(Category of, Limit limit) {
        Map<ClockName, Limit> limits = new EnumMap<>(of.limits());
        limits.put(ClockName.DISPATCH, limit);
        return new Category(
                of.code(),
                of.parent(),
                of.kind(),
                of.zh(),
                of.en(),
                of.isPublic(),
                of.selfHandle(),
                of.urgent(),
                of.evidence(),
                limits,
                of.reply(),
                of.lead());
    }
}

package org.yiwang.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.casework.ActOnCase;
import org.yiwang.casework.CaseIntake;
import org.yiwang.casework.CasePlaces;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.casework.FireClocks;
import org.yiwang.casework.ReportStore;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Place;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Progress;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;
import org.yiwang.territory.LonLat;
import org.yiwang.territory.Territories;
import org.yiwang.territory.Territory;

/** Plays the last working days before the demonstration opens through the real engine, so that the queue lives. */
@Component
class PlayYear {
    private static final Logger LOG = LoggerFactory.getLogger(PlayYear.class);
    private static final int CASES = 420;
    private static final int DAYS = 14;
    private static final long SEED = 2021;

    private final CaseIntake intake;
    private final ActOnCase act;
    private final FireClocks clocks;
    private final CatalogueStore catalogue;
    private final CasePlaces places;
    private final Territories territories;
    private final People people;
    private final Progress progress;
    private final JdbcClient db;

    PlayYear(
            CaseIntake intake,
            ActOnCase act,
            FireClocks clocks,
            CatalogueStore catalogue,
            CasePlaces places,
            Territories territories,
            People people,
            Progress progress,
            JdbcClient db) {
        this.intake = intake;
        this.act = act;
        this.clocks = clocks;
        this.catalogue = catalogue;
        this.places = places;
        this.territories = territories;
        this.people = people;
        this.progress = progress;
        this.db = db;
    }

    void play(Tenant tenant, Instant now) {
        boolean played = db.sql("select exists (select 1 from casework.cases where tenant = ?)")
                .param(tenant.code())
                .query(Boolean.class)
                .single();
        if (played) return;
        Random random = new Random(SEED);
        List<Instant> times = times(random, now);
        progress.begin("playing", times.size());
        Cast cast = new Cast(people.list(tenant, Optional.empty(), Optional.empty(), Optional.empty()));
        for (int i = 0; i < times.size(); i++) {
            new Life(tenant, cast, random, now).live(times.get(i));
            progress.advance(i + 1);
        }
        progress.finish();
        LOG.info("The demonstration has been played: {} cases", times.size());
    }

    /** In time order, so that case numbers follow it. */
    private static List<Instant> times(Random random, Instant now) {
        List<Instant> times = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            long minutes = (long) (Duration.ofDays(DAYS).toMinutes() * Math.pow(random.nextDouble(), 1.6));
            times.add(now.minus(Duration.ofMinutes(minutes + 1)));
        }
        times.sort(Comparator.naturalOrder());
        return times;
    }

    /** Who plays which part. */
    private record Cast(Map<UnitId, List<Staff>> byUnit, List<Staff> all) {
        Cast(List<Staff> all) {
            this(all.stream().collect(Collectors.groupingBy(Staff::unit)), all);
        }

        Actor any(Role role, Random random) {
            List<Staff> some = all.stream().filter(s -> s.is(role)).toList();
            return Actor.staff(some.get(random.nextInt(some.size())));
        }

        Actor of(UnitId unit, Set<Role> roles, Random random) {
            List<Staff> some = byUnit.getOrDefault(unit, List.of()).stream()
                    .filter(s -> roles.stream().anyMatch(s::is))
                    .toList();
            return Actor.staff(some.get(random.nextInt(some.size())));
        }
    }

    /** One case's life, step by step until now or its end. */
    private final class Life {
        private final Tenant tenant;
        private final Cast cast;
        private final Random random;
        private final Instant end;
        private Instant time = Instant.EPOCH;

        Life(Tenant tenant, Cast cast, Random random, Instant end) {
            this.tenant = tenant;
            this.cast = cast;
            this.random = random;
            this.end = end;
        }

        void live(Instant reported) {
            time = reported;
            CaseFile file = report().file();
            Actor operator = cast.any(Role.OPERATOR, random);
            UnitId lead = catalogue.of(tenant).category(file.category()).lead().of(file.place());
            Set<Role> doers = Set.of(Role.HANDLER, Role.COMMITTEE);
            Actor handler = cast.of(lead, doers, random);
            Actor inspector = cast.of(file.place().committee(), Set.of(Role.INSPECTOR), random);
            boolean ok = step(file, operator, "accept", ActionInput.NONE, 3, 40)
                    && step(
                            file,
                            operator,
                            "dispatch",
                            new ActionInput.Builder().unit(lead).build(),
                            2,
                            30)
                    && (random.nextInt(12) > 0 || returned(file, operator, handler))
                    && step(file, handler, "claim", ActionInput.NONE, 5, 150)
                    && step(file, handler, "feedback", note("现场已处置完毕，问题已整改。"), 60, 2200)
                    && (random.nextInt(10) > 0 || failed(file, inspector, handler))
                    && step(
                            file,
                            lead.equals(file.place().committee()) ? operator : inspector,
                            "pass",
                            note("现场核查属实，已整改到位。"),
                            30,
                            600)
                    && step(file, operator, "close", answer("您反映的问题已处理完毕，感谢您对社区工作的支持。"), 10, 240);
            if (ok && file.channel() == Channel.HOTLINE) {
                step(
                        file,
                        operator,
                        "visit",
                        new ActionInput.Builder()
                                .reached(true)
                                .solved(true)
                                .satisfaction(3 + random.nextInt(3))
                                .build(),
                        600,
                        3000);
            }
            clocks.upTo(tenant, file.id(), end);
        }

        private StoredCase report() {
            boolean hotline = random.nextInt(4) > 0;
            List<Category> choice = catalogue.of(tenant).all().stream()
                    .filter(c -> c.kind().equals("hotline") == hotline)
                    .toList();
            Category category = choice.get(random.nextInt(choice.size()));
            Place place = place();
            String words = "%s反映：%s附近有%s的情况，希望尽快处理。".formatted(hotline ? "来电人" : "居民", place.address(), category.zh());
            CaseIntake.Matter matter = new CaseIntake.Matter(
                    hotline ? Channel.HOTLINE : Channel.RESIDENT,
                    category.code(),
                    null,
                    words,
                    null,
                    place,
                    List.of(),
                    new ReportStore.Reporter(
                            hotline ? "来电人" : null, "1390000%04d".formatted(random.nextInt(10_000)), words),
                    null);
            return intake.take(
                    tenant,
                    matter,
                    hotline ? Actor.reporter("hotline", "12345热线") : Actor.reporter("resident", "居民"),
                    time,
                    null);
        }

        private Place place() {
            Territory territory = territories.of(tenant);
            LonLat middle = territory.middleOf(random.nextInt(territory.cells().size()));
            for (; ; ) {
                double lon = middle.lon() + (random.nextDouble() - 0.5) * 0.0008;
                double lat = middle.lat() + (random.nextDouble() - 0.5) * 0.0006;
                if (territory.locate(new LonLat(lon, lat)) != null) return places.at(tenant, lon, lat, null, null);
            }
        }

        private boolean returned(CaseFile file, Actor operator, Actor handler) {
            ActionInput why = new ActionInput.Builder()
                    .reason("not-our-duty")
                    .note("经核实不属于本单位职责范围。")
                    .build();
            return step(file, handler, "ask-return", why, 20, 200)
                    && step(file, operator, "refuse-return", note("请按职责清单继续办理。"), 20, 200);
        }

        private boolean failed(CaseFile file, Actor inspector, Actor handler) {
            return step(file, inspector, "fail", note("现场仍有残留，请继续整改。"), 60, 300)
                    && step(file, handler, "feedback", note("已二次处置。"), 120, 600);
        }

        private ActionInput note(String words) {
            return new ActionInput.Builder().note(words).build();
        }

        private ActionInput answer(String words) {
            return new ActionInput.Builder().answer(words).build();
        }

        /** Takes a step after a while; false when that lies beyond the present or the case cannot take it. */
        private boolean step(CaseFile file, Actor actor, String action, ActionInput input, int from, int to) {
            time = time.plus(Duration.ofMinutes(from + (long) ((to - from) * Math.pow(random.nextDouble(), 2))));
            if (time.isAfter(end)) return false;
            clocks.upTo(tenant, file.id(), time);
            try {
                act.act(tenant, ActOnCase.Request.of(file.id(), action, input), actor, time);
                return true;
            } catch (RefusedException e) {
                LOG.debug("{}: {}", action, e.getMessage());
                return false;
            }
        }
    }
}

package org.yiwang.bench;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yiwang.casework.ActOnCase;
import org.yiwang.casework.CaseIntake;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Place;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;

/** The product's engine, called in process: rights, guards, clocks, hash chain, outbox, with version and idempotency key as the interface passes them. */
final class EngineSteps implements Contender {
    private final Product product;
    private final CaseIntake intake;
    private final ActOnCase act;
    private final Place place;
    private final Clock clock = Clock.systemUTC();

    EngineSteps(Product product) {
        this.product = product;
        this.intake = product.get(CaseIntake.class);
        this.act = product.get(ActOnCase.class);
        this.place = product.place();
    }

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public Life client(int number) {
        Map<Role, Staff> cast = new EnumMap<>(Role.class);
        for (Role role : List.of(Role.OPERATOR, Role.HANDLER, Role.INSPECTOR))
            cast.put(role, product.person(role, number));
        return pulse -> live(pulse, cast);
    }

    void live(Pulse pulse, Map<Role, Staff> cast) throws Exception {
        Staff inspector = cast.get(Role.INSPECTOR);
        StoredCase stored = pulse.step(() -> intake.register(
                inspector,
                Channel.GRID,
                Script.CATEGORY,
                null,
                Script.DESCRIPTION,
                null,
                place,
                List.of(),
                Map.of(),
                null,
                null,
                Actor.staff(inspector),
                clock.instant(),
                key()));
        for (Script.Move move : Script.MOVES) {
            StoredCase before = stored;
            stored = pulse.step(() -> step(before, move, cast.get(move.who())));
        }
    }

    private StoredCase step(StoredCase before, Script.Move move, Staff who) {
        ActOnCase.Request request = new ActOnCase.Request(
                before.file().id(), move.action(), move.input(), before.file().seq(), key());
        return act.act(Product.TENANT, request, Actor.staff(who), clock.instant());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}

package org.yiwang.bench;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.yiwang.casework.model.Place;
import org.yiwang.organisation.Role;

/**
 * The same life through the product's REST interface: a server of its own, everybody signed in, JSON both ways, version and idempotency key on every step.
 * After each step comes the whole case, or, where the client prefers it brief, only that the step was taken.
 */
final class HttpSteps implements Contender {
    private final boolean brief;
    private final Product product;
    private final Server server;
    private final String registration;
    private final SignIns signIns = new SignIns();

    HttpSteps(boolean brief, Database database, Product product, Path data) throws Exception {
        this.brief = brief;
        this.product = product;
        this.server = Server.product(database, data);
        Place place = product.place();
        this.registration =
                """
                {"channel":"grid","category":"%s","description":"%s","place":{"lon":%s,"lat":%s,"address":"%s"}}
                """.formatted(Script.CATEGORY, Script.DESCRIPTION, place.lon(), place.lat(), place.address());
    }

    @Override
    public String name() {
        return brief ? "brief http" : "http";
    }

    @Override
    public Life client(int number) throws Exception {
        Wire wire = new Wire(server.port());
        Map<Role, String> cast = new EnumMap<>(Role.class);
        for (Role role : List.of(Role.OPERATOR, Role.HANDLER, Role.INSPECTOR))
            cast.put(role, signIns.cookie(wire, product.person(role, number).login(), Product.PASSWORD));
        return pulse -> live(pulse, wire, cast);
    }

    private void live(Pulse pulse, Wire wire, Map<Role, String> cast) throws Exception {
        Wire.Answer registered =
                pulse.step(() -> wire.post("/api/v1/cases", SignIns.headers(cast.get(Role.INSPECTOR)), registration)
                        .checked(201));
        String place = registered.headers().get("location");
        String version = registered.headers().get("etag");
        for (Script.Move move : Script.MOVES) {
            String headers = SignIns.headers(cast.get(move.who())) + "If-Match: " + version + "\r\n"
                    + (brief ? "Prefer: return=minimal\r\n" : "");
            version = pulse.step(() -> wire.post(place + "/actions/" + move.action(), headers, move.body())
                            .checked(brief ? 204 : 200))
                    .headers()
                    .get("etag");
        }
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}

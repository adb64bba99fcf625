package org.yiwang.simulation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The devices to play, as a JSON file names them: {@code {"address": "mqtt://localhost:1883", "devices": [{"serial": "LC-1", "secret": "…", "kind": "lift-controller",
 * "behind": "LG-1"}]}}.
 *
 * @param address of the product or of a broker
 */
public record Fleet(URI address, List<Member> devices) {
    /**
     * @param secret null where the gateway speaks for it
     * @param behind the gateway that it hangs on; null where there is none
     */
    public record Member(
            String serial,
            @Nullable String secret,
            String kind,
            @Nullable String behind) {}

    /** The kinds of device that can be played, by the name that the packages give them. */
    static final Map<String, Function<Life.Birth, Life>> KINDS = new TreeMap<>(Map.of(
            "lift-controller", LiftController::new,
            "lift-gateway", LiftGateway::new,
            "waste-sensor", WasteSensor::new,
            "water-station", WaterStation::new));

    /**
     * @param instead an address in place of that of the file
     * @throws Unplayable where the file is none
     */
    public static Fleet read(Path file, @Nullable URI instead) throws IOException {
        JsonNode tree;
        try {
            tree = new JsonMapper().readTree(Files.readString(file));
        } catch (JacksonException e) {
            throw new Unplayable(file + " is no JSON: " + e.getOriginalMessage());
        }
        List<Member> members = new ArrayList<>();
        for (JsonNode one : tree.path("devices"))
            members.add(new Member(
                    one.path("serial").asString(""),
                    text(one, "secret"),
                    one.path("kind").asString(""),
                    text(one, "behind")));
        URI address = instead == null ? URI.create(tree.path("address").asString("")) : instead;
        if (!"mqtt".equals(address.getScheme()) || address.getHost() == null || address.getPort() < 0)
            throw new Unplayable(file + ": address must be such as mqtt://localhost:1883, not '" + address + "'");
        Fleet fleet = new Fleet(address, members);
        fleet.check(file);
        return fleet;
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.path(name).asString() : null;
    }

    private void check(Path file) {
        Set<String> serials = new HashSet<>();
        Map<String, Member> known = new HashMap<>();
        devices.forEach(one -> known.put(one.serial, one));
        for (Member one : devices) {
            if (one.serial.isEmpty() || !serials.add(one.serial))
                throw new Unplayable(file + ": every device needs a serial number of its own; '" + one.serial
                        + "' is missing or doubled");
            if (!KINDS.containsKey(one.kind))
                throw new Unplayable(file + ": " + one.serial + " is of kind '" + one.kind
                        + "', which cannot be played. There are " + String.join(", ", KINDS.keySet()));
            Member gateway = one.behind == null ? null : known.get(one.behind);
            if (one.secret == null && (gateway == null || gateway.secret == null))
                throw new Unplayable(file + ": " + one.serial + " has neither a secret nor a gateway that has one");
        }
    }
}

package org.yiwang.bench;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The people of the demonstration, signed in over HTTP, and as many more as the streams need: one person may hold no more than twenty. */
final class Crowd {
    /** Fewer than the twenty that are allowed: the server notices a screen that was closed only when it next writes to it. */
    private static final int STREAMS_PER_PERSON = 16;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NAME = "screen-";

    private final Host host;
    private final SignIns signIns = new SignIns();

    Crowd(Host host) {
        this.host = host;
    }

    /** Sessions for so many streams. Every second person sees one committee's cases only, those that the steps are done on. */
    List<String> sessions(int streams) throws Exception {
        int people = Math.ceilDiv(streams, STREAMS_PER_PERSON);
        try (Wire wire = new Wire(host.port())) {
            String admin = SignIns.headers(signIns.cookie(wire, "admin", host.password()));
            JsonNode there = JSON.readTree(
                    wire.get("/api/v1/staff?q=" + NAME, admin).checked(200).body());
            List<String> known = new ArrayList<>();
            there.path("items").forEach(one -> known.add(one.get("login").asString()));
            List<String> sessions = new ArrayList<>();
            for (int number = 0; number < people; number++) {
                String login = NAME + number;
                if (!known.contains(login))
                    wire.post("/api/v1/staff", SignIns.headers(signIns.cookie(wire, "admin", host.password())), entry(login, number))
                            .checked(201);
                sessions.add(signIns.cookie(wire, login, Product.PASSWORD));
            }
            return sessions;
        }
    }

    private static String entry(String login, int number) {
        String part = number % 2 == 0
                ? "\"unit\":\"centre\",\"roles\":[\"operator\"]"
                : "\"unit\":\"%1$s\",\"roles\":[\"committee\"],\"committees\":[\"%1$s\"]"
                        .formatted(Script.COMMITTEE.value());
        return "{\"login\":\"%s\",\"name\":\"测量员\",%s,\"password\":\"%s\"}".formatted(login, part, Product.PASSWORD);
    }

    String staff(Wire wire, String login) throws Exception {
        return signIns.cookie(wire, login, host.password());
    }
}

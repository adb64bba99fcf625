package org.yiwang.programme.store;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.yiwang.platform.audit.CanonicalJson;
import org.yiwang.programme.model.Deed;
import org.yiwang.programme.model.Event;
import org.yiwang.programme.model.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stored form of an event, and what of it is hashed. */
final class EventJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EventJson() {}

    static String deed(Deed deed) {
        return switch (deed) {
            case Deed.Opened() -> "opened";
            case Deed.PaperAdded added -> "paper";
            case Deed.OpinionGiven given -> "opinion";
            case Deed.StepTaken taken -> "step";
        };
    }

    static String detail(Deed deed) {
        return CanonicalJson.text(
                switch (deed) {
                    case Deed.Opened() -> Map.of();
                    case Deed.PaperAdded(String paper, int version, UUID attachment, String name) ->
                        Map.of("paper", paper, "version", version, "attachment", attachment.toString(), "name", name);
                    case Deed.OpinionGiven(Verdict verdict, String text, String conditions) ->
                        Map.of("verdict", verdict.id(), "text", text, "conditions", conditions);
                    case Deed.StepTaken taken ->
                        Map.of("note", taken.note(), "answers", taken.answers(), "digest", taken.digest());
                });
    }

    static Deed deed(String deed, String step, String to, String detail) {
        JsonNode json = JSON.readTree(detail);
        return switch (deed) {
            case "opened" -> new Deed.Opened();
            case "paper" ->
                new Deed.PaperAdded(
                        text(json, "paper"),
                        json.path("version").asInt(),
                        UUID.fromString(text(json, "attachment")),
                        text(json, "name"));
            case "opinion" ->
                new Deed.OpinionGiven(
                        Verdict.of(text(json, "verdict")).orElseThrow(), text(json, "text"), text(json, "conditions"));
            case "step" ->
                new Deed.StepTaken(step, to, text(json, "note"), text(json, "answers"), text(json, "digest"));
            default -> throw new IllegalStateException("There is no deed " + deed);
        };
    }

    /** Everything of an event that must never change. */
    static String canonical(UUID programme, Event event) {
        Map<String, Object> all = new TreeMap<>();
        all.put("programme", programme.toString());
        all.put("seq", event.seq());
        all.put("at", event.at().toString());
        all.put("by", event.by().toString());
        all.put("name", event.name());
        all.put("unit", event.unit().value());
        all.put("stage", event.stage());
        all.put("edition", event.edition());
        all.put("deed", deed(event.deed()));
        if (event.deed() instanceof Deed.StepTaken taken) {
            all.put("step", taken.step());
            all.put("to", taken.to());
        }
        all.put("detail", detail(event.deed()));
        return CanonicalJson.text(all);
    }

    private static String text(JsonNode json, String key) {
        return json.path(key).asString("");
    }
}

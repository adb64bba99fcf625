package org.yiwang.sensing.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.CountMessages;
import org.yiwang.sensing.Credentials;
import org.yiwang.sensing.KnownDevices;
import org.yiwang.sensing.TakeMessage;
import org.yiwang.sensing.TakeMessage.Outcome;
import org.yiwang.sensing.model.Incoming.Source;
import org.yiwang.sensing.store.CredentialStore.Credential;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages in a bundle, from a device without MQTT or from another program: NDJSON or a JSON list. The wire stands in docs/devices.md. */
@RestController
@RequestMapping("/api/sensing")
class BatchController {
    private static final int LINES_MAX = 1_000;
    private static final int BODY_BYTES_MAX = 2 * 1024 * 1024;
    private static final String BASIC = "Basic ";
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * What became of one line.
     *
     * @param line counted from 1
     */
    record Line(
            int line,
            boolean taken,
            @Nullable Integer partition,
            @Nullable Long offset,
            @Nullable String code,
            @Nullable String title,
            @Nullable String remedy) {}

    record Answer(int taken, int refused, List<Line> items) {}

    private final TakeMessage take;
    private final Credentials credentials;
    private final KnownDevices devices;
    private final CountMessages count;
    private final RefusalTexts texts;
    private final Tenant tenant;

    BatchController(
            TakeMessage take,
            Credentials credentials,
            KnownDevices devices,
            CountMessages count,
            RefusalTexts texts,
            @Value("${yiwang.tenant}") int tenant) {
        this.take = take;
        this.credentials = credentials;
        this.devices = devices;
        this.count = count;
        this.texts = texts;
        this.tenant = new Tenant(tenant);
    }

    /** Answered when every line that was taken is durable. */
    @PostMapping("/batch")
    Answer batch(HttpServletRequest request, Locale locale) throws IOException {
        Credential who = who(request.getHeader("Authorization"));
        byte[] body = request.getInputStream().readNBytes(BODY_BYTES_MAX + 1);
        if (body.length > BODY_BYTES_MAX) throw tooLarge();
        List<String> lines = lines(new String(body, UTF_8));
        if (lines.size() > LINES_MAX) throw tooLarge();
        devices.all(tenant);
        List<CompletableFuture<Outcome>> outcomes = lines.stream()
                .map(line -> take(who.service() ? null : who.name(), line))
                .toList();
        List<Line> answers = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++)
            answers.add(line(i + 1, outcomes.get(i).join(), locale));
        int taken = (int) answers.stream().filter(Line::taken).count();
        return new Answer(taken, answers.size() - taken, answers);
    }

    private CompletableFuture<Outcome> take(@Nullable String speaker, String line) {
        JsonNode read = read(line);
        String device = read.path("device").asString("");
        String message = read.path("message").asString("");
        if (device.isEmpty() || message.isEmpty() || !read.has("payload"))
            return CompletableFuture.completedFuture(new Outcome.Refused("sensing.no-line"));
        byte[] payload = JSON.writeValueAsBytes(read.get("payload"));
        return take.take(speaker, device, message, payload, Source.HTTP);
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    /** One text a message, whichever of the two forms it came in. */
    private static List<String> lines(String body) {
        if (!body.stripLeading().startsWith("["))
            return body.lines().filter(line -> !line.isBlank()).toList();
        try {
            JsonNode list = JSON.readTree(body);
            return list.valueStream().map(JsonNode::toString).toList();
        } catch (JacksonException e) {
            throw Refusal.refuse(Refusal.Kind.MALFORMED, "sensing.broken-json").exception();
        }
    }

    private Credential who(@Nullable String authorization) {
        if (authorization != null && authorization.startsWith(BASIC)) {
            String pair = decoded(authorization.substring(BASIC.length()));
            int colon = pair.indexOf(':');
            if (colon > 0) {
                var known = credentials.check(tenant, pair.substring(0, colon), pair.substring(colon + 1));
                if (known.isPresent()) return known.get();
            }
        }
        count.stranger();
        throw Refusal.refuse(Refusal.Kind.UNAUTHENTICATED, "sensing.not-signed-in")
                .exception();
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private Line line(int number, Outcome outcome, Locale locale) {
        return switch (outcome) {
            case Outcome.Taken(var place) ->
                new Line(number, true, place.partition(), place.offset(), null, null, null);
            case Outcome.Kept(var why) -> refused(number, why.reason(), why.detail(), locale);
            case Outcome.Refused(String code) -> refused(number, code, List.of(), locale);
        };
    }

    private Line refused(int number, String code, List<String> detail, Locale locale) {
        RefusalTexts.Words words = texts.words(Refusal.refuse(Refusal.Kind.INVALID, code, detail.toArray()), locale);
        return new Line(number, false, null, null, code, words.sentence(), words.remedy());
    }

    private static RuntimeException tooLarge() {
        return Refusal.refuse(Refusal.Kind.TOO_LARGE, "sensing.batch-too-large", LINES_MAX, BODY_BYTES_MAX / 1024)
                .exception();
    }
}

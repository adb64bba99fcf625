package org.yiwang.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.yiwang.organisation.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Steps on cases at an even pace, each with the moment just before it was sent. A case goes from report to close, so that a queue is left as it was. */
final class Acts {
    private static final int CLIENTS = 4;

    /** Asks for no photo. */
    private static final String CATEGORY = "H0502";

    private static final Path CELLS = Path.of("examples", "daqiao", "cells.geojson");

    private static final Map<Role, String> CAST =
            Map.of(Role.OPERATOR, "operator", Role.HANDLER, "handler-chengguan", Role.INSPECTOR, "inspector-c01");

    private final Host host;
    private final Crowd crowd;
    private final String registration;

    Acts(Host host, Crowd crowd) throws Exception {
        this.host = host;
        this.crowd = crowd;
        double[] middle = middleOfACell();
        this.registration = String.format(
                Locale.ROOT,
                "{\"category\":\"%s\",\"description\":\"%s\",\"place\":{\"lon\":%.6f,\"lat\":%.6f,\"address\":\"长阳路近宁国路\"}}",
                CATEGORY,
                Script.DESCRIPTION,
                middle[0],
                middle[1]);
    }

    /** One of the committee whose people follow along. */
    private static double[] middleOfACell() throws IOException {
        for (JsonNode cell :
                JsonMapper.builder().build().readTree(CELLS.toFile()).get("features")) {
            if (!cell.at("/properties/committee").asString("").equals(Script.COMMITTEE.value())) continue;
            JsonNode ring = cell.at("/geometry/coordinates/0");
            return new double[] {mean(ring, 0), mean(ring, 1)};
        }
        throw new IOException(CELLS + " has no cell of " + Script.COMMITTEE);
    }

    private static double mean(JsonNode ring, int axis) {
        return ring.valueStream()
                .mapToDouble(point -> point.get(axis).asDouble())
                .average()
                .orElseThrow();
    }

    /** Steps that were done, by case and version, with the moment at which each was sent. */
    Map<String, Long> during(double seconds, double perSecond) throws Exception {
        Map<String, Long> sent = new ConcurrentHashMap<>();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        long pace = (long) (CLIENTS / perSecond * 1e9);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = IntStream.range(0, CLIENTS)
                    .<Future<?>>mapToObj(number -> clients.submit(() -> {
                        new Client(new Pace(start + number * pace / CLIENTS, pace, end), sent).work();
                        return null;
                    }))
                    .toList();
            for (Future<?> one : running) one.get();
        }
        return sent;
    }

    /** When the next step is due. */
    private static final class Pace {
        private final long step;
        private final long end;
        private long next;

        Pace(long first, long step, long end) {
            this.next = first;
            this.step = step;
            this.end = end;
        }

        boolean goesOn() {
            return next < end;
        }

        void await() throws InterruptedException {
            long left = next - System.nanoTime();
            if (left > 0) Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
            next += step;
        }
    }

    private final class Client {
        private final Wire wire = new Wire(host.port());
        private final Map<Role, String> cookies = new EnumMap<>(Role.class);
        private final Pace pace;
        private final Map<String, Long> sent;

        Client(Pace pace, Map<String, Long> sent) throws Exception {
            this.pace = pace;
            this.sent = sent;
            for (Map.Entry<Role, String> one : CAST.entrySet())
                cookies.put(one.getKey(), crowd.staff(wire, one.getValue()));
        }

        /** The last case is brought to its end, at the same pace. */
        void work() throws Exception {
            while (pace.goesOn()) live();
            wire.close();
        }

        private void live() throws Exception {
            Wire.Answer answer = step(Role.OPERATOR, "/api/v1/cases", "", registration, 201);
            String place = answer.headers().get("location");
            for (Script.Move move : Script.MOVES) {
                String version = "If-Match: " + answer.headers().get("etag") + "\r\n";
                answer = step(move.who(), place + "/actions/" + move.action(), version, move.body(), 200);
            }
        }

        private Wire.Answer step(Role who, String path, String version, String body, int expected) throws Exception {
            pace.await();
            String headers = SignIns.headers(cookies.get(who)) + version;
            long now = System.nanoTime();
            Wire.Answer answer = wire.post(path, headers, body).checked(expected);
            sent.put(id(path, answer) + "/" + answer.headers().get("etag").replaceAll("\\D", ""), now);
            return answer;
        }

        private static String id(String path, Wire.Answer answer) {
            String place = path.contains("/actions/") ? path : answer.headers().get("location");
            return place.substring("/api/v1/cases/".length()).split("/")[0];
        }
    }
}

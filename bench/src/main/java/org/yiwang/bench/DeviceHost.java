package org.yiwang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.registry.FillRegister;
import org.yiwang.registry.model.GivenEntry;
import org.yiwang.sensing.Credentials;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A server with lift controllers in its register, heard over MQTT, and what a maker would know of them. */
final class DeviceHost implements Host {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LIFT = "31103101102018000001";

    private final Path data;
    private final Database database;
    private final Product product;
    private final Server server;
    private final int devicePort;
    private final List<ObjectNode> devices = new ArrayList<>();

    private DeviceHost(Path data, Database database, Product product, Server server, int devicePort) {
        this.data = data;
        this.database = database;
        this.product = product;
        this.server = server;
        this.devicePort = devicePort;
    }

    static DeviceHost start(Path data, int count) throws Exception {
        Database database = Database.create(data);
        Product product = Product.open(database, data, Map.of("yiwang.scenario.begin-with", "*"));
        List<ObjectNode> devices = enter(product, count);
        int port = Server.freePort();
        Server server = Server.product(
                database,
                data,
                Map.of("YIWANG_SENSING_MQTT_PORT", String.valueOf(port), "YIWANG_SENSING_MESSAGESPERSECOND", "100000"));
        DeviceHost host = new DeviceHost(data, database, product, server, port);
        host.devices.addAll(devices);
        return host;
    }

    /** One building, one lift, and controllers each of which is its own family. */
    private static List<ObjectNode> enter(Product product, int count) {
        Staff clerk = product.person(Role.OPERATOR, 0);
        var place = product.place();
        FillRegister fill = product.get(FillRegister.class);
        var now = java.time.Clock.systemUTC().instant();
        fill.fill(clerk, "building", List.of(entry(place.lon(), place.lat(), Map.of("code", "B1", "name", "一号楼", "use", "dwelling"))), now);
        fill.fill(clerk, "lift", List.of(entry(place.lon(), place.lat(), Map.of("code", LIFT, "name", "一号梯", "building", "B1"))), now);
        List<String> serials = IntStream.range(0, count).mapToObj(n -> "KZ-%05d".formatted(n)).toList();
        fill.fill(
                clerk,
                "lift-controller",
                serials.stream()
                        .map(serial -> entry(place.lon(), place.lat(), Map.of("serial", serial, "name", serial, "lift", LIFT)))
                        .toList(),
                now);
        Credentials credentials = product.get(Credentials.class);
        List<ObjectNode> devices = new ArrayList<>();
        for (String serial : serials)
            devices.add(JSON.createObjectNode()
                    .put("serial", serial)
                    .put("kind", "lift-controller")
                    .put("secret", credentials.issue(clerk, serial)));
        return devices;
    }

    private static GivenEntry entry(double lon, double lat, Map<String, String> values) {
        ObjectNode data = JSON.createObjectNode();
        values.forEach(data::put);
        return new GivenEntry(data, lon, lat, null);
    }

    /** The last of them is left to whoever makes alarms. */
    Path fleet(int count) throws Exception {
        ObjectNode fleet = JSON.createObjectNode().put("address", "mqtt://localhost:" + devicePort);
        ArrayNode members = fleet.putArray("devices");
        devices.stream().limit(Math.min(count, devices.size() - 1)).forEach(members::add);
        return Files.writeString(data.resolve("fleet-" + count + ".json"), JSON.writeValueAsString(fleet));
    }

    AlarmProbe probe() throws Exception {
        ObjectNode last = devices.getLast();
        return new AlarmProbe(
                this,
                devicePort,
                last.path("serial").asString(),
                last.path("secret").asString());
    }

    /** When alarms of a rule were due to begin, by alarm. */
    Map<String, Instant> begun(String rule) throws SQLException {
        Map<String, Instant> begun = new HashMap<>();
        try (Connection connection = database.pool().getConnection();
                PreparedStatement sql =
                        connection.prepareStatement("select id, raised_at from alarms.alarm where rule = ?")) {
            sql.setString(1, rule);
            try (ResultSet rows = sql.executeQuery()) {
                while (rows.next())
                    begun.put(rows.getString(1), rows.getTimestamp(2).toInstant());
            }
        }
        return begun;
    }

    double megabytes() throws IOException {
        return Processor.megabytes(process());
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public String password() {
        return Product.PASSWORD;
    }

    @Override
    public ProcessHandle process() {
        return server.process();
    }

    @Override
    public void close() {
        server.stop();
        product.close();
        database.close();
    }
}

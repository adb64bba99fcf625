package org.yiwang.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.Credentials;
import org.yiwang.sensing.KnownDevices;
import org.yiwang.sensing.model.Device;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Gives the demonstration's devices their secrets, and writes down for whoever plays them what a maker would have been told. */
@Component
class EnterDevices {
    private final KnownDevices devices;
    private final Credentials credentials;
    private final People people;
    private final JsonMapper json;
    private final Path file;

    EnterDevices(
            KnownDevices devices,
            Credentials credentials,
            People people,
            JsonMapper json,
            @Value("${yiwang.data}") Path data) {
        this.devices = devices;
        this.credentials = credentials;
        this.people = people;
        this.json = json;
        this.file = data.resolve("fleet.json");
    }

    /** Once: another secret would end the first. */
    void enter(Tenant tenant) throws IOException {
        if (Files.exists(file)) return;
        Staff clerk = people.all(tenant).stream()
                .filter(staff -> staff.is(Role.ADMIN))
                .findFirst()
                .orElseThrow();
        ObjectNode fleet = json.createObjectNode();
        ArrayNode members = fleet.putArray("devices");
        for (Device device : devices.refresh(tenant).values())
            members.addObject()
                    .put("serial", device.serial())
                    .put("kind", device.kind().id())
                    .put("secret", credentials.issue(clerk, device.serial()));
        Path draft = Files.createTempFile(
                file.getParent(),
                "fleet",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, json.writeValueAsString(fleet));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}

package org.yiwang.upper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What opens the doors; made at the first start and kept in {@code tokens.json} of the data folder, so that no token stands on a command line.
 *
 * @param token of the sub-district
 * @param admin of those who play the platform's own people
 */
record Tokens(String token, String admin) {
    private static final int BYTES = 24;

    static Tokens of(Path data, JsonMapper json) throws IOException {
        Path file = data.resolve("tokens.json");
        if (Files.exists(file)) {
            JsonNode kept = json.readTree(Files.readString(file));
            return new Tokens(kept.path("token").asString(), kept.path("admin").asString());
        }
        Tokens fresh = new Tokens(random(), random());
        Path draft = Files.createTempFile(
                data,
                "tokens",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                draft,
                json.writeValueAsString(
                        json.createObjectNode().put("token", fresh.token).put("admin", fresh.admin)));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return fresh;
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

package org.yiwang;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class OpenApiTest {
    @Test
    void dump() throws Exception {
        var a = RunningProduct.start().visitor().get("/api/openapi.json");
        Files.writeString(Path.of("target/openapi-live.json"), a.text());
    }
}

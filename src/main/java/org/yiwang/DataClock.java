package org.yiwang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time that the data of a folder lives in: that of the machine, or for a demonstration one that runs apart from it. */
final class DataClock {
    private static final String FILE = "clock.offset";

    private DataClock() {}

    /** How far it is from the machine's. */
    static Duration offset(Path data) throws IOException {
        Path kept = data.resolve(FILE);
        return Files.exists(kept) ? Duration.parse(Files.readString(kept).strip()) : Duration.ZERO;
    }

    /** Stands at this moment at the first start, and runs on from there. */
    static Duration begin(Path data, Instant opening) throws IOException {
        Path kept = Files.createDirectories(data).resolve(FILE);
        if (!Files.exists(kept))
            Files.writeString(
                    kept, Duration.between(Clock.systemUTC().instant(), opening).toString());
        return offset(data);
    }
}

package org.yiwang.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.TestDatabase;

@Tag("database")
class FindKeysTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2021-11-09T04:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final KeyRegister register =
            new KeyRegister(JdbcClient.create(TestDatabase.fresh().dataSource()));
    private KeyFile file;

    @BeforeEach
    void name() {
        file = new KeyFile(folder.resolve("keys").resolve(KeyFile.NAME));
    }

    @Test
    void the_first_start_makes_a_key_that_only_its_owner_can_read() throws IOException {
        String sealed = start().seal("13800001234", "here");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(start().open(sealed, "here")).isEqualTo("13800001234");
        assertThat(register.known()).containsOnlyKeys("k1");
    }

    @Test
    void without_the_key_file_nothing_starts_and_the_remedy_is_named() throws IOException {
        start();
        Files.delete(file.path());
        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(KeyTrouble.class, trouble -> assertThat(trouble.remedy())
                        .contains("Put the copy of the key file back", "YIWANG_KEY_FILE"))
                .hasMessageContaining(file.path().toString())
                .hasMessageContaining("k1");
        assertThat(file.exists()).isFalse();
    }

    @Test
    void another_installations_key_file_is_refused() throws IOException {
        start();
        Files.delete(file.path());
        file.addKey();
        assertThatThrownBy(this::start).isInstanceOf(KeyTrouble.class).hasMessageContaining("is not the one");
    }

    @Test
    void a_key_that_was_taken_out_is_missed_by_name() throws IOException {
        start();
        file.addKey();
        start();
        List<String> lines = Files.readAllLines(file.path());
        lines.removeIf(line -> line.startsWith("k1"));
        Files.write(file.path(), lines);
        assertThatThrownBy(this::start).isInstanceOf(KeyTrouble.class).hasMessageContaining("lacks key k1");
    }

    @Test
    void a_damaged_line_is_named() throws IOException {
        start();
        Files.writeString(file.path(), Files.readString(file.path()) + "k2 0123\n");
        assertThatThrownBy(this::start).isInstanceOf(KeyTrouble.class).hasMessageContaining("Line 4 of");
    }

    @Test
    void an_added_key_seals_from_the_next_start_on() throws IOException {
        String old = start().seal("13800001234", "here");
        assertThat(file.addKey()).isEqualTo("k2");
        PersonalData after = start();
        assertThat(after.mark()).isEqualTo("sm4:k2:");
        assertThat(after.open(old, "here")).isEqualTo("13800001234");
        assertThat(register.known()).containsOnlyKeys("k1", "k2");
    }

    private PersonalData start() throws IOException {
        return FindKeys.find(file, register, NOON);
    }
}

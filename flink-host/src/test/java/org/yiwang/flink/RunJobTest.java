package org.yiwang.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunJobTest {
    @TempDir
    Path folder;

    private void checkpoint(String name, boolean isFinished) throws IOException {
        Path one = Files.createDirectories(folder.resolve(name));
        if (isFinished) Files.writeString(one.resolve("_metadata"), "");
    }

    private String last() throws IOException {
        return RunJob.last(folder.toUri().toString()).orElse("none").replaceFirst(".*/", "");
    }

    @Test
    void it_goes_on_from_the_last_checkpoint_that_was_finished() throws IOException {
        checkpoint("chk-9", true);
        checkpoint("chk-10", true);
        checkpoint("chk-11", false);
        checkpoint("shared", false);
        assertThat(last()).isEqualTo("chk-10");
    }

    @Test
    void where_there_is_none_it_begins_at_the_beginning() throws IOException {
        checkpoint("chk-1", false);
        assertThat(last()).isEqualTo("none");
        assertThat(RunJob.last(folder.resolve("nothing").toUri().toString())).isEmpty();
    }

    @Test
    void what_is_told_flink_by_its_own_names_is_told_apart_from_ours() throws IOException {
        String[] given = {"--folder", "here", "-Dheartbeat.timeout=5 s", "--slots", "2"};
        assertThat(Settings.dynamic(given)).containsExactly("-Dheartbeat.timeout=5 s");
        assertThat(Settings.named(given).getInt("slots")).isEqualTo(2);
        List<String> call = new Settings().set("b", 2).set("a", "one two").write(folder, Settings.dynamic(given));
        assertThat(call).containsExactly("--configDir", folder.toString(), "-Dheartbeat.timeout=5 s");
        assertThat(folder.resolve("config.yaml")).hasContent("a: \"one two\"\nb: \"2\"");
    }
}

package org.yiwang.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.platform.Progress;
import org.yiwang.platform.contract.SchemaName;

@RestController
class ProgressController {
    /** The demonstration year is the one long piece of work that people wait for. */
    @SchemaName("ProgressAnswer")
    record Answer(Progress.@Nullable State demonstration) {}

    private final Progress progress;

    ProgressController(Progress progress) {
        this.progress = progress;
    }

    @GetMapping("/api/v1/progress")
    Answer progress() {
        return new Answer(progress.state().orElse(null));
    }
}

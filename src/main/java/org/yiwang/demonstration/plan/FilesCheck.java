package org.yiwang.demonstration.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.yiwang.demonstration.plan.YearPlan.FileDeed;
import org.yiwang.demonstration.plan.YearPlan.PlannedFile;

/** Whether the files of a year can be played. */
record FilesCheck(List<PlannedFile> files, BiConsumer<String, String> fault) {
    private static final String AT = "/files";

    void run() {
        for (int i = 0; i < files.size(); i++) file(AT + "/" + i, files.get(i));
    }

    private void file(String at, PlannedFile file) {
        if (file.kind().split("/", -1).length != 2)
            fault.accept(at + "/kind", "is no kind. Write package and name, such as approval/scenario.");
        LocalDate before = file.opened();
        for (int i = 0; i < file.deeds().size(); i++) {
            FileDeed deed = file.deeds().get(i);
            String where = at + "/deeds/" + i;
            if (deed.on().isBefore(before))
                fault.accept(where + "/on", "lies before the deed above. Put them in order.");
            long said = Stream.of(deed.paper(), deed.verdict(), deed.step(), deed.rewrite())
                    .filter(Objects::nonNull)
                    .count();
            if (said != 1)
                fault.accept(where, "is not one deed. Write exactly one of paper, verdict, step and rewrite.");
            before = deed.on();
        }
    }
}

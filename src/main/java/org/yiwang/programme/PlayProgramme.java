package org.yiwang.programme;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yiwang.organisation.Staff;

/** Files of a past that is played, deed by deed as people did it; a playing that was cut off goes on where it stopped. */
@Service
public class PlayProgramme {
    private final ViewProgrammes view;
    private final WriteProgramme write;
    private final ActOnProgramme act;

    PlayProgramme(ViewProgrammes view, WriteProgramme write, ActOnProgramme act) {
        this.view = view;
        this.write = write;
        this.act = act;
    }

    /** The one of this title, opened where it is not there. */
    public UUID open(Staff staff, String packageId, String kind, String title, @Nullable String about, Instant at) {
        return view.ofTitle(staff, packageId, kind, title)
                .orElseGet(() -> write.open(staff, packageId, kind, title, about, at));
    }

    /** How many deeds were done with it since it was opened. */
    public int deeds(Staff staff, UUID id, Instant at) {
        return view.one(staff, id, at).kept().events().size() - 1;
    }

    /** Nothing where it cannot be written any more. */
    public void write(Staff staff, UUID id, @Nullable String about, Map<String, List<String>> given, Instant at) {
        ViewProgrammes.Seen seen = view.one(staff, id, at);
        if (seen.decide().mayEdit()) write.save(staff, id, seen.kept().draft().revision(), given, about, at);
    }

    public void step(Staff staff, UUID id, String step, String note, Map<String, List<String>> answers, Instant at) {
        int seq = view.one(staff, id, at).kept().programme().seq();
        act.step(staff, id, step, new ActOnProgramme.Asked(seq, note, answers), at);
    }
}

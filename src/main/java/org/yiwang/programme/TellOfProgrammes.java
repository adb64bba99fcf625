package org.yiwang.programme;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notices;
import org.yiwang.notification.Words;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Staff;
import org.yiwang.programme.model.Decide;
import org.yiwang.programme.model.Deed;
import org.yiwang.programme.model.Event;
import org.yiwang.programme.model.Kind;
import org.yiwang.programme.model.Programme;
import org.yiwang.programme.model.Stage;

/** Puts a notice into the inbox of those who have something to do with a programme after a step: the next step, an opinion, or what they had handed in. */
@Component
class TellOfProgrammes {
    static final String KIND = "programme-step";

    private final Notices notices;
    private final People people;

    TellOfProgrammes(Notices notices, People people) {
        this.notices = notices;
        this.people = people;
    }

    void stepped(Staff by, Kind kind, Programme now, Event event) {
        Stage stage = kind.stage(now.stage());
        Set<UUID> told = new LinkedHashSet<>();
        for (Staff one : people.all(by.tenant())) if (concerns(one, kind, now, event)) told.add(one.id());
        told.remove(by.id());
        if (told.isEmpty()) return;
        Words title = new Words(
                kind.title().zh() + " · " + stage.title().zh(),
                kind.title().en() + " · " + stage.title().en());
        String text = now.number() + " " + now.title();
        String once = "programme/" + now.id() + "/" + event.seq();
        notices.send(
                by.tenant(), told, new Notice(event.at(), KIND, false, title, new Words(text, text), null, null, once));
    }

    private static boolean concerns(Staff one, Kind kind, Programme now, Event event) {
        if (one.isOutside()) return false;
        Decide decide = new Decide(kind, now, Rights.of(one, now.unit()), event.at());
        boolean isOwners = event.deed() instanceof Deed.StepTaken
                && decide.person().rights().contains("owner");
        return isOwners || decide.mayOpine() || !decide.steps().isEmpty();
    }
}

package org.yiwang.lists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yiwang.casework.ActOnCase;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Actor;
import org.yiwang.lists.model.Item;
import org.yiwang.lists.store.ItemStore;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusedException;

/** Closes the cases that a joint action gathered, each with an answer of its own: whoever reported one hears what became of theirs. */
@Service
public class AnswerTogether {
    private final ItemStore store;
    private final ActOnCase act;

    AnswerTogether(ItemStore store, ActOnCase act) {
        this.store = store;
        this.act = act;
    }

    /** @param version of the case that the person saw */
    public record Answer(UUID id, int version, String answer) {}

    /** Which were closed, and of the others why not. */
    public record Outcome(List<UUID> done, List<Refused> refused) {}

    public record Refused(UUID id, Refusal refusal) {}

    /**
     * Each by itself: one that cannot be closed holds up no other.
     *
     * @param key of the request; repeated, it closes none twice
     */
    public Outcome close(Staff staff, Item item, List<Answer> answers, @Nullable String key, Instant now) {
        if (answers.isEmpty() || answers.size() > GatherCases.CASES_MAX)
            throw Refusal.invalid("answers", "lists.too-many-cases", GatherCases.CASES_MAX)
                    .exception();
        Set<UUID> gathered = new HashSet<>(store.cases(staff.tenant(), item.id()));
        List<UUID> done = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (Answer answer : answers) {
            try {
                if (!gathered.contains(answer.id()))
                    throw Refusal.notFound("lists.not-gathered").exception();
                ActionInput input =
                        new ActionInput.Builder().answer(answer.answer()).build();
                String own = key == null ? null : key + ":" + answer.id();
                act.act(
                        staff.tenant(),
                        new ActOnCase.Request(answer.id(), "close", input, answer.version(), own),
                        Actor.staff(staff),
                        now);
                done.add(answer.id());
            } catch (RefusedException e) {
                refused.add(new Refused(answer.id(), e.refusal()));
            }
        }
        return new Outcome(done, refused);
    }
}

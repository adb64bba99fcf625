package org.yiwang.demonstration.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.Channel;
import org.yiwang.registry.EntryFacts;

/** Whose reports come with answers: exactly as many of each channel as the file says. Throws dice of its own, so that nothing else of the year changes. */
final class Answering {
    private final Setting setting;
    private final Set<Integer> chosen = new HashSet<>();

    /** @param certain whose report is answered in any case */
    Answering(Setting setting, List<Birth> births, Predicate<Birth> certain) {
        this.setting = setting;
        setting.year().channels().forEach((channel, plan) -> {
            if (plan.answered() != null) choose(channel, plan.answered(), births, certain);
        });
    }

    private void choose(Channel channel, int count, List<Birth> births, Predicate<Birth> certain) {
        List<Integer> able = new ArrayList<>();
        Set<Integer> own = new HashSet<>();
        for (Birth birth : births) {
            if (birth.channel() != channel
                    || !setting.book().answers().knows(birth.category().code())) continue;
            if (certain.test(birth)) own.add(birth.number());
            else able.add(birth.number());
        }
        if (own.size() > count || own.size() + able.size() < count)
            throw new IllegalArgumentException(
                    "channels.%s.answered: %d are wanted, but %d to %d cases can be. Change the count or add to texts/answers.yaml."
                            .formatted(channel.id(), count, own.size(), own.size() + able.size()));
        Dice dice = new Dice(setting.year().seed(), "answered " + channel.id(), 0);
        chosen.addAll(own);
        chosen.addAll(dice.shuffled(able).subList(0, count - own.size()));
    }

    /** @param about the shop that the matter is about */
    CaseScript of(CaseScript script, Birth birth, @Nullable EntryFacts about) {
        if (!chosen.contains(script.number())) return script;
        return script.answering(of(birth, script.description(), about));
    }

    Map<String, List<String>> of(Birth birth, String report, @Nullable EntryFacts about) {
        Dice dice = new Dice(setting.year().seed(), "answers", birth.number());
        Map<String, List<String>> answers = new LinkedHashMap<>(
                setting.book().answers().answers(birth.category().code(), report, birth.at(), dice));
        if (about != null) {
            answers.put(Shopfronts.QUESTION, List.of(about.key()));
            answers.put("shop", List.of(about.label()));
        }
        return answers;
    }
}

package org.yiwang.demonstration.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiwang.casework.model.Channel;

/** Whose reports come with answers: exactly as many of each channel as the file says. Throws dice of its own, so that nothing else of the year changes. */
final class Answering {
    private final Setting setting;
    private final Set<Integer> chosen = new HashSet<>();

    Answering(Setting setting, List<Birth> births) {
        this.setting = setting;
        setting.year().channels().forEach((channel, plan) -> {
            if (plan.answered() != null) choose(channel, plan.answered(), births);
        });
    }

    private void choose(Channel channel, int count, List<Birth> births) {
        List<Integer> able = new ArrayList<>();
        for (Birth birth : births) {
            if (birth.channel() == channel
                    && setting.book().answers().knows(birth.category().code())) able.add(birth.number());
        }
        if (able.size() < count)
            throw new IllegalArgumentException(
                    "channels.%s.answered: %d are wanted, but only %d cases are of a category with answers. Lower the count or add to texts/answers.yaml."
                            .formatted(channel.id(), count, able.size()));
        Dice dice = new Dice(setting.year().seed(), "answered " + channel.id(), 0);
        chosen.addAll(dice.shuffled(able).subList(0, count));
    }

    CaseScript of(CaseScript script) {
        if (!chosen.contains(script.number())) return script;
        Dice dice = new Dice(setting.year().seed(), "answers", script.number());
        Map<String, List<String>> answers =
                setting.book().answers().answers(script.category(), script.description(), script.at(), dice);
        return script.answering(answers);
    }
}

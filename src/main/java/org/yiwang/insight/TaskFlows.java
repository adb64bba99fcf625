package org.yiwang.insight;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiwang.insight.model.Task;
import org.yiwang.insight.model.TaskFlow;
import org.yiwang.insight.model.TaskFlow.Rule;
import org.yiwang.insight.model.TaskFlow.Who;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Staff;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The table of what may be done with a task, and who a person is to it. */
@Component
class TaskFlows {
    static final String PROPOSE = "prevention.propose";
    private static final String FILE = "/insight/tasks.yaml";

    private final TaskFlow flow = read();

    TaskFlow flow() {
        return flow;
    }

    /** Whoever sees a task by its place and may propose tasks is its proposer; of the unit everybody owns it, unless it has a person. */
    static Set<Who> relations(Staff staff, Task task) {
        Set<Who> who = EnumSet.noneOf(Who.class);
        boolean isNamed = task.person() == null || task.person().equals(staff.id());
        if (staff.unit().value().equals(task.unit()) && isNamed && !staff.isOutside()) who.add(Who.OWNER);
        if (Access.may(staff, PROPOSE)) who.add(Who.PROPOSER);
        return who;
    }

    private static TaskFlow read() {
        try (InputStream yaml = TaskFlows.class.getResourceAsStream(FILE)) {
            if (yaml == null) throw new IllegalStateException(FILE + " is missing from this build");
            JsonNode rules = new YAMLMapper().readTree(yaml);
            return new TaskFlow(rules.valueStream().map(TaskFlows::rule).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rule rule(JsonNode node) {
        return new Rule(
                node.path("action").asString(),
                texts(node.path("from")),
                node.path("to").asString(),
                texts(node.path("who")).stream()
                        .map(who -> Who.valueOf(who.toUpperCase(Locale.ROOT)))
                        .toList(),
                texts(node.path("needs")));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}

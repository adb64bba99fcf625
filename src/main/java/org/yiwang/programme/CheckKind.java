package org.yiwang.programme;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiwang.programme.model.Kind.Paper;
import org.yiwang.programme.model.Stage;
import org.yiwang.programme.model.Step;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Spot;

/** Whether stages and steps make one way from the beginning to an end, on which nothing gets stuck. */
record CheckKind(Faults faults, List<Stage> stages, List<Paper> papers, List<Step> steps) {

    void run(MappingReader kind) {
        if (stages.isEmpty()) return;
        List<Spot> places = spots(kind, "stages");
        List<Spot> ways = spots(kind, "steps");
        if (!stages.getFirst().isEdited()) faults.fault(places.getFirst(), "programme.first-not-edited");
        for (int i = 0; i < steps.size(); i++) step(steps.get(i), ways.get(i));
        if (steps.stream().noneMatch(Step::handsIn)) faults.fault(kind.spot("steps"), "programme.nothing-handed-in");
        Set<String> reached = reached();
        for (int i = 0; i < stages.size(); i++) stage(stages.get(i), places.get(i), reached);
    }

    private static List<Spot> spots(MappingReader kind, String key) {
        return kind.list(key).stream().map(node -> node.spot()).toList();
    }

    private void stage(Stage stage, Spot spot, Set<String> reached) {
        boolean goesOn = steps.stream().anyMatch(step -> step.from().contains(stage.id()));
        if (!reached.contains(stage.id())) faults.fault(spot, "programme.unreachable", stage.id());
        if (stage.isEnd() && (goesOn || stage.days() != null || stage.isEdited() || stage.asked() != null))
            faults.fault(spot, "programme.end-goes-on", stage.id());
        if (!stage.isEnd() && !goesOn) faults.fault(spot, "programme.dead-end", stage.id());
    }

    private void step(Step step, Spot spot) {
        if (step.from().isEmpty()) faults.fault(spot, "scenario.key-missing", "from");
        step.from().forEach(id -> known(id, spot));
        known(step.to(), spot);
        for (String paper : step.papers())
            if (papers.stream().noneMatch(one -> one.id().equals(paper)))
                faults.fault(
                        spot,
                        "programme.paper-unknown",
                        paper,
                        ids(papers.stream().map(Paper::id).toList()));
        List<Stage> from = stages.stream()
                .filter(stage -> step.from().contains(stage.id()))
                .toList();
        if (step.needsOpinions() && from.stream().anyMatch(stage -> stage.asked() == null))
            faults.fault(spot, "programme.opinions-nowhere", step.id());
        if (step.handsIn() && from.stream().anyMatch(stage -> !stage.isEdited()))
            faults.fault(spot, "programme.hands-in-nowhere", step.id());
    }

    private void known(String id, Spot spot) {
        List<String> known = stages.stream().map(Stage::id).toList();
        if (!id.isEmpty() && !known.contains(id)) faults.fault(spot, "programme.no-stage", id, ids(known));
    }

    private Set<String> reached() {
        Set<String> reached = new HashSet<>(Set.of(stages.getFirst().id()));
        boolean grew = true;
        while (grew)
            grew = reached.addAll(steps.stream()
                    .filter(step -> step.from().stream().anyMatch(reached::contains))
                    .map(Step::to)
                    .collect(Collectors.toSet()));
        return reached;
    }

    private static String ids(List<String> known) {
        return String.join(", ", known);
    }
}

package org.yiwang.programme.model;

import java.util.List;
import java.util.Optional;

/**
 * A sort of programme as one version of a package defines it.
 *
 * @param name of its file in the package
 * @param mark what the numbers begin with, such as {@code CJ}
 * @param isAboutPackage whether each is about a scenario package
 * @param stages in the order in which they are shown; the first is where all begin
 */
public record Kind(
        String packageId,
        int version,
        String name,
        Title title,
        String mark,
        boolean isAboutPackage,
        List<Stage> stages,
        List<Step> steps,
        List<Paper> papers) {

    /** A kind of paper that belongs to it. */
    public record Paper(String id, Title title) {}

    public Stage stage(String id) {
        return stages.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " has no stage " + id));
    }

    public Stage first() {
        return stages.getFirst();
    }

    public Optional<Step> step(String id) {
        return steps.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Optional<Paper> paper(String id) {
        return papers.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Steps that lead out of this stage, in the order of the package. */
    public List<Step> from(String stage) {
        return steps.stream().filter(one -> one.from().contains(stage)).toList();
    }
}

package org.yiwang.programme.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.programme.Definition;
import org.yiwang.programme.Kinds.Subject;
import org.yiwang.programme.model.Kind;
import org.yiwang.programme.model.Stage;
import org.yiwang.programme.model.Step;
import org.yiwang.programme.model.Title;
import org.yiwang.scenario.form.FormField;

/** Kinds of programme as the screens show them. */
final class KindViews {
    private KindViews() {}

    @SchemaName("ProgrammePaperKind")
    record PaperView(String id, Title title) {}

    /**
     * @param days working days in which it should leave the stage
     * @param asked units whose opinions are asked there, and how many must have agreed
     */
    @SchemaName("ProgrammeStage")
    record StageView(String id, Title title, @Nullable Integer days, List<String> asked, int least, boolean end) {}

    /** @param fields what the step asks, for showing what was answered */
    @SchemaName("ProgrammeStep")
    record StepView(String id, Title title, List<FormField> fields) {}

    /**
     * A kind of programme as one version of a package defines it.
     *
     * @param titled the field that names each
     * @param mayOpen whether the person may open one
     */
    @SchemaName("ProgrammeKind")
    record KindView(
            String pack,
            int version,
            String name,
            Title title,
            boolean aboutPackage,
            String titled,
            List<FormField> fields,
            List<PaperView> papers,
            List<StageView> stages,
            List<StepView> steps,
            boolean mayOpen) {}

    @SchemaName("ProgrammeSubject")
    record SubjectView(String id, Title title, String system) {}

    @SchemaName("ProgrammeKinds")
    record KindsView(List<KindView> kinds, List<SubjectView> subjects) {}

    static KindView of(Definition definition, boolean mayOpen) {
        Kind kind = definition.kind();
        return new KindView(
                kind.packageId(),
                kind.version(),
                kind.name(),
                kind.title(),
                kind.isAboutPackage(),
                definition.titled(),
                definition.form().view(),
                kind.papers().stream().map(KindViews::paper).toList(),
                kind.stages().stream().map(KindViews::stage).toList(),
                kind.steps().stream().map(step -> step(definition, step)).toList(),
                mayOpen);
    }

    static PaperView paper(Kind.Paper paper) {
        return new PaperView(paper.id(), paper.title());
    }

    static SubjectView subject(Subject one) {
        return new SubjectView(one.id(), one.title(), one.system());
    }

    private static StageView stage(Stage one) {
        Stage.Asked asked = one.asked();
        List<String> units = asked == null
                ? List.of()
                : asked.units().stream().map(UnitId::value).toList();
        return new StageView(one.id(), one.title(), one.days(), units, asked == null ? 0 : asked.least(), one.isEnd());
    }

    private static StepView step(Definition definition, Step one) {
        return new StepView(one.id(), one.title(), definition.asked(one.id()).view());
    }
}

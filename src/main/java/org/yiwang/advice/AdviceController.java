package org.yiwang.advice;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.territory.LonLat;

@RestController
@RequestMapping("/api/v1/advice")
class AdviceController {
    private static final int TEXT_CHARACTERS_MAX = 4_000;
    private static final int VERSIONS_SHOWN = 12;
    private static final int LESSONS_SHOWN = 50;

    /** What has been written down of a matter so far. In the body, because addresses end up in logs. */
    @SchemaName("AdviceQuestion")
    record Question(
            @Nullable String text,
            @Nullable String category,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable String phone) {}

    /** How good the suggestions are. */
    @SchemaName("AdviceQuality")
    record Quality(List<ModelStore.Version> versions, List<LessonStore.Lesson> lessons, long lessonCount) {}

    private final Advise advise;
    private final Learn learn;
    private final ModelStore models;
    private final LessonStore lessons;

    AdviceController(Advise advise, Learn learn, ModelStore models, LessonStore lessons) {
        this.advise = advise;
        this.learn = learn;
        this.models = models;
        this.lessons = lessons;
    }

    @PostMapping
    Advise.Advice ask(Staff staff, @RequestBody Question question) {
        Access.require(staff, "cases.register");
        String text = question.text() == null ? "" : question.text();
        if (text.length() > TEXT_CHARACTERS_MAX)
            throw Refusal.invalid("text", "case.note-too-long", TEXT_CHARACTERS_MAX)
                    .exception();
        if (question.lon() != null && question.lat() != null && !LonLat.isValid(question.lon(), question.lat()))
            throw Refusal.invalid("place", "case.no-point", question.lon(), question.lat())
                    .exception();
        String category = question.category() == null || question.category().isBlank() ? null : question.category();
        String phone = question.phone() == null || question.phone().isBlank() ? null : question.phone();
        return advise.on(staff, new Advise.Matter(text, category, question.lon(), question.lat(), phone));
    }

    @GetMapping("/cases/{id}")
    Advise.Advice ofCase(Staff staff, @PathVariable UUID id) {
        Access.require(staff, "work.inside");
        return advise.on(staff, id);
    }

    @GetMapping("/quality")
    Quality quality(Staff staff) {
        Access.require(staff, "advice.watch");
        return new Quality(
                models.latest(staff.tenant(), VERSIONS_SHOWN),
                lessons.latest(staff.tenant(), LESSONS_SHOWN),
                lessons.count(staff.tenant()));
    }

    @PostMapping("/teach")
    ModelStore.Version teach(Staff staff) {
        Access.require(staff, "advice.teach");
        return learn.teach();
    }

    @PostMapping("/versions/{version}/in-force")
    Quality putInForce(Staff staff, @PathVariable int version) {
        Access.require(staff, "advice.teach");
        learn.putInForce(version);
        return quality(staff);
    }
}

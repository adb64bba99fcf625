package org.yiwang.registry.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.registry.Registers;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.model.Score;
import org.yiwang.registry.store.EntrySight;
import org.yiwang.registry.store.QualityStore;
import org.yiwang.registry.usecase.ConfirmEntries;

/** The kinds of register, how good each is, and what is left to do. */
@RestController
@RequestMapping("/api/v1/registers")
class RegisterController {
    private static final int TODO_MAX = 200;

    /** A register with its score. */
    @SchemaName("RegisterLine")
    record Line(String name, String zh, String en, String pack, boolean mayWrite, RegisterViews.ScoreView score) {}

    @SchemaName("RegisterList")
    record Lines(List<Line> items) {}

    /** @param next the key to go on after; missing on the last page */
    @SchemaName("RegisterTodo")
    record Todos(List<QualityStore.Todo> items, @Nullable String next) {}

    @SchemaName("EntriesToConfirm")
    record Ids(@Nullable List<@Nullable UUID> ids) {}

    @SchemaName("EntriesConfirmed")
    record Confirmed(int confirmed) {}

    private final Registers registers;
    private final QualityStore quality;
    private final ConfirmEntries confirm;
    private final RegisterViews views;
    private final Clock clock;

    RegisterController(
            Registers registers, QualityStore quality, ConfirmEntries confirm, RegisterViews views, Clock clock) {
        this.registers = registers;
        this.quality = quality;
        this.confirm = confirm;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping
    Lines list(Staff staff) {
        Instant now = clock.instant();
        return new Lines(registers.all(staff.tenant()).stream()
                .filter(register -> EntrySight.mayRead(staff, register))
                .map(register -> new Line(
                        register.name(),
                        register.title().zh(),
                        register.title().en(),
                        register.origin().pack(),
                        EntrySight.mayWrite(staff, register),
                        RegisterViews.score(quality.score(staff, register, now))))
                .toList());
    }

    @GetMapping("/{register}")
    RegisterViews.RegisterView one(Staff staff, @PathVariable String register) {
        return views.register(staff, readable(staff, register));
    }

    @GetMapping("/{register}/quality")
    RegisterViews.ScoreView quality(Staff staff, @PathVariable String register) {
        return RegisterViews.score(quality.score(staff, readable(staff, register), clock.instant()));
    }

    /** @param after the key that the page before ended with */
    @GetMapping("/{register}/quality/{part}")
    Todos todo(
            Staff staff,
            @PathVariable String register,
            @PathVariable String part,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit) {
        Register known = readable(staff, register);
        if (!Score.Part.IDS.contains(part))
            throw Refusal.notFound("registry.unknown-part", part).exception();
        if (limit < 1 || limit > TODO_MAX)
            throw Refusal.invalid("limit", "request.out-of-range", "limit", 1, TODO_MAX)
                    .exception();
        List<QualityStore.Todo> items = quality.todo(staff, known, Score.Part.of(part), after, limit, clock.instant());
        return new Todos(items, items.size() < limit ? null : items.getLast().key());
    }

    @PostMapping("/{register}/confirm")
    Confirmed confirm(Staff staff, @PathVariable String register, @RequestBody Ids ids) {
        Register known = readable(staff, register);
        if (ids.ids() == null)
            throw Refusal.invalid("ids", "request.missing", "ids").exception();
        List<UUID> given = ids.ids().stream()
                .mapMulti((@Nullable UUID id, java.util.function.Consumer<UUID> out) -> {
                    if (id != null) out.accept(id);
                })
                .toList();
        return new Confirmed(confirm.confirm(staff, known, given, clock.instant()));
    }

    private Register readable(Staff staff, String name) {
        Register register = registers.require(staff.tenant(), name);
        EntrySight.requireRead(staff, register);
        return register;
    }
}

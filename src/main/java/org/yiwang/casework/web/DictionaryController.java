package org.yiwang.casework.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.casework.CaseWords;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.casework.ChangeCategory;
import org.yiwang.casework.StandardCatalogue;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.Channel;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.form.Form;
import org.yiwang.scenario.form.FormField;
import org.yiwang.worktime.Limit;

/** The words and choices that every screen needs once. */
@RestController
class DictionaryController {
    /**
     * All of it.
     *
     * @param forms by the code of the category that asks something
     * @param repeats days by the code of the category that counts how often a record comes again
     */
    record Dictionary(
            List<CaseWords.Word> states,
            List<CaseWords.Word> actions,
            List<CaseWords.Word> clocks,
            List<ChannelWord> channels,
            Map<String, List<StandardCatalogue.Reason>> reasons,
            Collection<Category> categories,
            Map<String, List<FormField>> forms,
            Map<String, Integer> repeats,
            List<Unit> units) {}

    record ChannelWord(String id, String letter, String zh, String en) {}

    private final CatalogueStore catalogue;
    private final StandardCatalogue standard;
    private final CaseWords words;
    private final Units units;
    private final ChangeCategory change;
    private final Clock clock;

    DictionaryController(
            CatalogueStore catalogue,
            StandardCatalogue standard,
            CaseWords words,
            Units units,
            ChangeCategory change,
            Clock clock) {
        this.catalogue = catalogue;
        this.standard = standard;
        this.words = words;
        this.units = units;
        this.change = change;
        this.clock = clock;
    }

    @GetMapping("/api/v1/dictionary")
    Dictionary dictionary(Staff staff) {
        List<ChannelWord> channels =
                Arrays.stream(Channel.values()).map(this::channel).toList();
        return new Dictionary(
                words.states(),
                words.actions(),
                words.clocks(),
                channels,
                standard.reasons(),
                catalogue.of(staff.tenant()).all(),
                staff.isOutside() ? Map.of() : forms(staff.tenant()),
                staff.isOutside() ? Map.of() : repeats(staff.tenant()),
                staff.isOutside() ? unitsForOutside(staff) : units.all(staff.tenant()));
    }

    /** Names without telephones, and no other outside party: it may be a competitor. */
    private List<Unit> unitsForOutside(Staff staff) {
        return units.all(staff.tenant()).stream()
                .filter(unit -> unit.kind() != Unit.Kind.PARTY || unit.id().equals(staff.unit()))
                .map(unit -> new Unit(unit.id(), unit.name(), unit.nameEn(), unit.kind(), unit.parent(), null))
                .toList();
    }

    private Map<String, List<FormField>> forms(Tenant tenant) {
        Map<String, List<FormField>> forms = new LinkedHashMap<>();
        for (String code : catalogue.of(tenant).categories().keySet()) {
            Form form = catalogue.form(tenant, code);
            if (!form.isEmpty()) forms.put(code, form.view());
        }
        return forms;
    }

    private Map<String, Integer> repeats(Tenant tenant) {
        Map<String, Integer> days = new LinkedHashMap<>();
        for (String code : catalogue.of(tenant).categories().keySet()) {
            Limit within = catalogue.of(tenant).procedure(code, null).repeats();
            if (within != null) days.put(code, within.amount());
        }
        return days;
    }

    /** Texts to start from when answering, contacting, closing. */
    record Templates(List<StandardCatalogue.Template> items) {}

    @GetMapping("/api/v1/templates")
    Templates templates(
            Staff staff,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String category) {
        return new Templates(standard.templates(action, category));
    }

    @PutMapping("/api/v1/categories/{code}")
    Category change(Staff staff, @PathVariable String code, @RequestBody Category category) {
        change.change(staff, code, category, clock.instant());
        return category;
    }

    private ChannelWord channel(Channel channel) {
        CaseWords.Word word = words.channel(channel.id());
        return new ChannelWord(channel.id(), String.valueOf(channel.letter()), word.zh(), word.en());
    }
}

package org.yiwang.registry.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.registry.model.Entry;
import org.yiwang.registry.model.Masked;
import org.yiwang.registry.model.PlaceKind;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.model.Score;
import org.yiwang.registry.model.Site;
import org.yiwang.registry.store.EntrySight;
import org.yiwang.registry.store.FindEntries;
import org.yiwang.scenario.form.FormField;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Draws up what a person sees of a register and its entries. */
@Component
class RegisterViews {
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    /**
     * A kind of register.
     *
     * @param fields what is asked of an entry, as the screens draw it
     */
    @SchemaName("Register")
    record RegisterView(
            String name,
            String pack,
            int version,
            String zh,
            String en,
            List<String> key,
            String label,
            PlaceKind place,
            int freshDays,
            boolean mayWrite,
            List<FormField> fields) {}

    /**
     * Where an entry lies; cell and committee are missing outside the sub-district.
     *
     * @param shape GeoJSON geometry of a line or an area
     */
    @SchemaName("EntrySite")
    record SiteView(
            double lon,
            double lat,
            @Nullable Map<String, Object> shape,
            @Nullable String cell,
            @Nullable String committee) {}

    /** @param data by the form's fields, personal ones masked */
    @SchemaName("RegisterEntry")
    record EntryView(
            UUID id,
            String key,
            String label,
            int version,
            Map<String, Object> data,
            @Nullable SiteView site,
            Instant confirmedAt,
            boolean stale,
            Instant createdAt,
            Instant changedAt,
            @Nullable Instant retiredAt) {}

    /**
     * An entry on the map.
     *
     * @param shape GeoJSON geometry of a line or an area
     */
    @SchemaName("EntryDot")
    record DotView(
            UUID id,
            String label,
            double lon,
            double lat,
            @Nullable Map<String, Object> shape) {}

    /** @param entries with something left to do */
    @SchemaName("ScorePart")
    record PartView(Score.Part part, int weight, long good, long all, long entries) {}

    @SchemaName("RegisterScore")
    record ScoreView(int points, long entries, List<PartView> parts) {}

    private final JsonMapper json;

    RegisterViews(JsonMapper json) {
        this.json = json;
    }

    RegisterView register(Staff staff, Register register) {
        return new RegisterView(
                register.name(),
                register.origin().pack(),
                register.origin().version(),
                register.title().zh(),
                register.title().en(),
                register.key(),
                register.label(),
                register.place(),
                register.freshDays(),
                EntrySight.mayWrite(staff, register),
                register.form().view());
    }

    EntryView entry(Register register, Entry entry, Instant now) {
        return new EntryView(
                entry.id(),
                entry.key(),
                entry.label(),
                entry.version(),
                map(Masked.data(register, entry.data())),
                site(entry.site()),
                entry.confirmedAt(),
                entry.confirmedAt().isBefore(register.staleBefore(now)),
                entry.createdAt(),
                entry.changedAt(),
                entry.retiredAt());
    }

    DotView dot(FindEntries.Dot dot) {
        return new DotView(dot.id(), dot.label(), dot.lon(), dot.lat(), dot.shape() == null ? null : map(dot.shape()));
    }

    static ScoreView score(Score score) {
        List<PartView> parts = score.parts().stream()
                .map(part -> new PartView(part.part(), part.part().weight(), part.good(), part.all(), part.entries()))
                .toList();
        return new ScoreView(score.points(), score.entries(), parts);
    }

    private @Nullable SiteView site(@Nullable Site site) {
        if (site == null) return null;
        Map<String, Object> shape = site.shape() == null ? null : map(site.shape());
        return new SiteView(site.point().lon(), site.point().lat(), shape, site.cell(), site.committee());
    }

    Map<String, Object> map(JsonNode node) {
        return json.convertValue(node, MAP);
    }
}

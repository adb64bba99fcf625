package org.yiwang.grids;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yiwang.grids.model.Duty;
import org.yiwang.grids.model.Edition;
import org.yiwang.grids.model.Grid;
import org.yiwang.grids.model.Holder;
import org.yiwang.grids.store.GridStore;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.territory.Shapes;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** A department's grid as GeoJSON (RFC 7946, WGS-84), in the form in which it can be handed in again. */
@Service
public class TakeOutGrid {
    private static final JsonMapper JSON = new JsonMapper();

    private final KeepDepartments departments;
    private final GridStore store;
    private final People people;

    TakeOutGrid(KeepDepartments departments, GridStore store, People people) {
        this.departments = departments;
        this.store = store;
        this.people = people;
    }

    /** Of all departments, the latest first. */
    public List<Edition> editions(Tenant tenant) {
        return store.editions(tenant);
    }

    /** @param number of the edition; null for the one that holds on the day */
    public byte[] geoJson(Tenant tenant, String department, @Nullable Integer number, LocalDate day) {
        departments.require(tenant, department);
        Optional<Edition> edition =
                number == null ? store.inForce(tenant, department, day) : store.edition(tenant, department, number);
        if (number != null && edition.isEmpty())
            throw Refusal.notFound("grids.no-edition", department, number).exception();
        List<Grid> grids = edition.map(found -> store.grids(tenant, department, found.number()))
                .orElse(List.of());
        return write(tenant, department, grids);
    }

    private byte[] write(Tenant tenant, String department, List<Grid> grids) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringProperty("type", "FeatureCollection");
            out.writeStringProperty("department", department);
            out.writeName("features");
            out.writeStartArray();
            for (Grid grid : grids) write(tenant, out, grid);
            out.writeEndArray();
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private void write(Tenant tenant, JsonGenerator out, Grid grid) {
        out.writeStartObject();
        out.writeStringProperty("type", "Feature");
        out.writeName("properties");
        out.writeStartObject();
        out.writeStringProperty("code", grid.code());
        out.writeStringProperty("name", grid.name());
        if (grid.nameEn() != null) out.writeStringProperty("nameEn", grid.nameEn());
        out.writeStringProperty("holder", login(tenant, grid.holder()));
        out.writeStringProperty("holderName", grid.holder().name());
        if (grid.holder().nameEn() != null)
            out.writeStringProperty("holderNameEn", grid.holder().nameEn());
        out.writeName("duties");
        out.writeStartArray();
        for (Duty duty : grid.duties()) out.writePOJO(duty);
        out.writeEndArray();
        out.writeEndObject();
        out.writeName("geometry");
        Shapes.write(out, grid.shape());
        out.writeEndObject();
    }

    /** Whoever has left is known by name alone. */
    private String login(Tenant tenant, Holder holder) {
        if (holder.staff() == null) return holder.name();
        return people.find(tenant, holder.staff()).map(Staff::login).orElse(holder.name());
    }
}

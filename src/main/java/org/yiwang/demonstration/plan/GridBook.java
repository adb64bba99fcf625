package org.yiwang.demonstration.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.yiwang.grids.model.Department;
import org.yiwang.grids.model.Duty;
import org.yiwang.organisation.UnitId;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the departments with a grid of their own are called, and what they answer for. */
public record GridBook(List<Entry> departments, List<String> reasons, Notes notes) {

    /** How a department draws. */
    public enum Follows {
        @JsonProperty("ground")
        GROUND,
        @JsonProperty("committees")
        COMMITTEES
    }

    /** @param grid what each of its grids is called; {@code {n}} is the number */
    public record Entry(
            String code, String name, String nameEn, UnitId unit, Follows follows, Words grid, List<Duty> duties) {
        Department department(int rank) {
            return new Department(code, rank, name, nameEn, unit, duties);
        }
    }

    /** A text in both languages. */
    public record Words(String zh, String en) {}

    /** What is said on handing in and on publishing. */
    public record Notes(String first, String merged, String later, String filled) {}

    public static GridBook read(Path texts) throws IOException {
        return new YAMLMapper().readValue(texts.resolve("grids.yaml").toFile(), GridBook.class);
    }
}

package org.yiwang.registry.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiwang.registry.model.CheckEntry;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.table.Column.Role;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Kind;

/** The columns of a register's table in their order: the form's fields, the place, and what an export shows besides. */
public final class Columns {
    static final String COMMITTEE = "@committee";
    static final String CONFIRMED = "@confirmed";
    static final String RETIRED = "@retired";

    private Columns() {}

    /** What people fill in. Photos do not fit into cells. */
    public static List<Column> of(Register register) {
        List<Column> columns = new ArrayList<>();
        for (Field field : register.form().fields())
            if (field.kind() != Kind.PHOTOS) columns.add(new Column(field.name(), field.title(), Role.FIELD, field));
        switch (register.place()) {
            case NONE -> {}
            case POINT -> {
                columns.add(extra(CheckEntry.LON, "经度", "Longitude", Role.LON));
                columns.add(extra(CheckEntry.LAT, "纬度", "Latitude", Role.LAT));
            }
            case LINE, AREA -> columns.add(extra(CheckEntry.SHAPE, "图形", "Shape", Role.SHAPE));
        }
        return columns;
    }

    /** With what only an export shows. */
    public static List<Column> exported(Register register) {
        List<Column> columns = new ArrayList<>(of(register));
        columns.add(extra(COMMITTEE, "居委会", "Committee", Role.SHOWN));
        columns.add(extra(CONFIRMED, "确认日期", "Confirmed on", Role.SHOWN));
        columns.add(extra(RETIRED, "停用日期", "Retired on", Role.SHOWN));
        return columns;
    }

    /** The column that a heading means. */
    public static Optional<Column> called(Register register, String heading) {
        return exported(register).stream()
                .filter(column -> column.isCalled(heading))
                .findFirst();
    }

    private static Column extra(String name, String zh, String en, Role role) {
        return new Column(name, new Words(zh, Map.of("en", en)), role, null);
    }
}

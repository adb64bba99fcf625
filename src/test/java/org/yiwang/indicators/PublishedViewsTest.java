package org.yiwang.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What packages may read is what docs/figures.md says, and no more. */
@Tag("database")
class PublishedViewsTest {
    private static final Pattern VIEW = Pattern.compile("### (figures\\.\\w+)\n(.*?)(?=\n###|\\z)", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([a-z_, ]+?) \\|");
    private final FigureWorld world = new FigureWorld();

    @Test
    void every_column_is_documented_and_nothing_else() throws IOException {
        assertThat(documented())
                .isEqualTo(new TreeSet<>(world.db.sql("""
                select 'figures.' || c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = 'figures'::regnamespace and c.relkind = 'v' and a.attnum > 0
                """).query(String.class).list()));
    }

    @Test
    void no_personal_column_is_open_to_the_role() {
        List<String> open = world.db.sql("""
                select c.oid::regclass || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and c.relnamespace <> 'pg_catalog'::regnamespace
                    and has_column_privilege('yiwang_figures', c.oid, a.attnum, 'select')
                """).query(String.class).list();
        assertThat(open)
                .contains("casework.cases.number")
                .doesNotContain(
                        "casework.cases.description",
                        "casework.cases.address",
                        "casework.cases.handler",
                        "casework.case_event.actor_name",
                        "casework.case_event.note",
                        "casework.case_report.name",
                        "casework.case_report.phone",
                        "casework.case_report.words",
                        "rounds.stop.made_by_name",
                        "organisation.staff.name");
    }

    @Test
    void the_role_owns_nothing_and_every_view_asks_with_the_rights_of_the_reader() {
        assertThat(world.db.sql("""
                select count(*)::int from pg_class where relowner = 'yiwang_figures'::regrole
                """).query(Integer.class).single()).isZero();
        assertThat(world.db.sql("""
                select relname::text from pg_class where relnamespace = 'figures'::regnamespace and relkind = 'v'
                    and not coalesce(reloptions, '{}') @> array['security_invoker=true']
                """).query(String.class).list()).isEmpty();
    }

    private static Set<String> documented() throws IOException {
        String page = Files.readString(Path.of("docs/figures.md"));
        TreeSet<String> columns = new TreeSet<>();
        VIEW.matcher(page).results().forEach(view -> ROW.matcher(view.group(2))
                .results()
                .flatMap(row -> Stream.of(row.group(1).split(", ")))
                .filter(column -> !column.equals("column"))
                .forEach(column -> columns.add(view.group(1) + "." + column)));
        return columns;
    }
}

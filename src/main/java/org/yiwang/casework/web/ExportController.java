package org.yiwang.casework.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.casework.CaseWords;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.casework.FindCases;
import org.yiwang.casework.model.Catalogue;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.UnitTree;
import org.yiwang.organisation.Units;
import org.yiwang.platform.web.CsvRow;

/** The list that a person has before the eyes, as a table to take away: the same filter, the same sight, every page of it. */
@RestController
class ExportController {
    /** Far above a year of one sub-district; what is longer is asked for in parts. */
    static final int ROWS_MAX = 50_000;

    private final FindCases find;
    private final CatalogueStore catalogue;
    private final CaseWords words;
    private final Units units;
    private final Clock clock;

    ExportController(FindCases find, CatalogueStore catalogue, CaseWords words, Units units, Clock clock) {
        this.find = find;
        this.catalogue = catalogue;
        this.words = words;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping(path = "/api/v1/cases/export.csv", produces = "text/csv")
    void export(
            Staff staff, @ParameterObject @ModelAttribute CaseQuery query, Locale locale, HttpServletResponse response)
            throws IOException {
        FindCases.Filter filter = query.filter();
        FindCases.Order order = query.order();
        Instant now = clock.instant();
        Row row = new Row(catalogue.of(staff.tenant()), units.tree(staff.tenant()), words, locale);
        Writer out = CsvAnswer.begin(response, "cases", now);
        out.write(CsvRow.of(row.heading()));
        find.each(staff, filter, order, ROWS_MAX, now, line -> write(out, CsvRow.of(row.of(line))));
        out.flush();
    }

    private static void write(Writer out, String line) {
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A case in the words of one language. */
    private record Row(Catalogue catalogue, UnitTree units, CaseWords words, Locale locale) {
        List<String> heading() {
            return words.columns().stream().map(this::say).toList();
        }

        List<String> of(FindCases.Line line) {
            FindCases.ClockLine binding = line.clock();
            return List.of(
                    line.number(),
                    say(words.state(line.state().id())),
                    line.category(),
                    catalogue
                            .find(line.category())
                            .map(found -> english() ? found.en() : found.zh())
                            .orElse(""),
                    line.title(),
                    line.place().address(),
                    unit(line.place().committee()),
                    unit(line.lead()),
                    line.handler() == null ? "" : line.handler().name(),
                    say(words.channel(line.channel().id())),
                    CsvAnswer.moment(line.reportedAt()),
                    binding == null ? "" : CsvAnswer.moment(binding.dueAt()),
                    binding != null && binding.late() ? "1" : "0",
                    CsvAnswer.moment(line.closedAt()),
                    Integer.toString(line.supervision()),
                    Integer.toString(line.reporters()),
                    Integer.toString(line.returns()),
                    Integer.toString(line.reworks()));
        }

        private String unit(@Nullable UnitId id) {
            if (id == null) return "";
            return units.find(id).map(this::name).orElse(id.value());
        }

        private String name(Unit unit) {
            return english() ? unit.nameEn() : unit.name();
        }

        private String say(CaseWords.Word word) {
            return CsvAnswer.say(word, locale);
        }

        private boolean english() {
            return locale.getLanguage().equals("en");
        }
    }
}

package org.yiwang.casework.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.casework.CaseWords;
import org.yiwang.casework.FindRepeats;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.CsvRow;

/** Who had such a case again and again. */
@RestController
class RepeatController {
    /** @param days how far back they are counted */
    @SchemaName("RepeatedSubjects")
    record Repeats(String category, int days, List<FindRepeats.Repeated> items) {}

    private final FindRepeats find;
    private final CaseWords words;
    private final Clock clock;

    RepeatController(FindRepeats find, CaseWords words, Clock clock) {
        this.find = find;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/api/v1/cases/repeats")
    Repeats list(Staff staff, @RequestParam String category) {
        List<FindRepeats.Repeated> items = find.of(staff, category, clock.instant());
        return new Repeats(category, find.within(staff, category).orElseThrow().amount(), items);
    }

    @GetMapping(path = "/api/v1/cases/repeats/export.csv", produces = "text/csv")
    void export(Staff staff, @RequestParam String category, Locale locale, HttpServletResponse response)
            throws IOException {
        Instant now = clock.instant();
        List<FindRepeats.Repeated> items = find.of(staff, category, now);
        Writer out = CsvAnswer.begin(response, "repeats-" + category, now);
        out.write(CsvRow.of(words.repeatColumns().stream()
                .map(word -> CsvAnswer.say(word, locale))
                .toList()));
        for (FindRepeats.Repeated one : items) out.write(CsvRow.of(row(one, locale)));
        out.flush();
    }

    private List<String> row(FindRepeats.Repeated one, Locale locale) {
        return List.of(
                one.subject().key(),
                one.subject().label(),
                one.address(),
                Integer.toString(one.cases()),
                Integer.toString(one.open()),
                CsvAnswer.moment(one.firstAt()),
                CsvAnswer.moment(one.lastAt()),
                one.number(),
                CsvAnswer.say(words.state(one.state().id()), locale));
    }
}

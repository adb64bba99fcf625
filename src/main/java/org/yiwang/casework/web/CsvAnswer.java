package org.yiwang.casework.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.yiwang.casework.CaseWords;
import org.yiwang.worktime.WorkCalendar;

/** A table to take away, as an answer. */
final class CsvAnswer {
    /** Without it spreadsheets take UTF-8 for the local code page. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(WorkCalendar.ZONE);
    private static final DateTimeFormatter NAMED =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT).withZone(WorkCalendar.ZONE);

    private CsvAnswer() {}

    /** Head of the answer; the rows follow. */
    static Writer begin(HttpServletResponse response, String name, Instant now) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "-" + NAMED.format(now) + ".csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        Writer out = response.getWriter();
        out.write(BYTE_ORDER_MARK);
        return out;
    }

    static String moment(@Nullable Instant at) {
        return at == null ? "" : MOMENT.format(at);
    }

    static String say(CaseWords.Word word, Locale locale) {
        return locale.getLanguage().equals("en") ? word.en() : word.zh();
    }
}

package org.yiwang.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusalTexts;
import tools.jackson.databind.json.JsonMapper;

/** Turns a refusal into problem+json; also for filters, which stand outside the controllers' advice. */
@Component
public class ProblemWriter {
    private final RefusalTexts texts;
    private final JsonMapper json;

    ProblemWriter(RefusalTexts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    public ProblemDetail problem(Refusal refusal, Locale locale) {
        RefusalTexts.Words words = texts.words(refusal, locale);
        ProblemDetail problem = ProblemDetail.forStatus(refusal.kind().status());
        problem.setType(URI.create("urn:yiwang:" + refusal.code()));
        problem.setTitle(words.sentence());
        problem.setDetail(words.sentence() + " " + words.remedy());
        problem.setProperty("code", refusal.code());
        problem.setProperty("remedy", words.remedy());
        if (refusal.field() != null) problem.setProperty("field", refusal.field());
        return problem;
    }

    /** One of several things that are wrong. */
    record Fault(@Nullable String field, String code, String sentence, String remedy) {}

    Fault fault(Refusal refusal, Locale locale) {
        RefusalTexts.Words words = texts.words(refusal, locale);
        return new Fault(refusal.field(), refusal.code(), words.sentence(), words.remedy());
    }

    ProblemDetail defect(Locale locale) {
        ProblemDetail problem = problem(Refusal.refuse(Refusal.Kind.UNAVAILABLE, "request.defect"), locale);
        problem.setStatus(500);
        return problem;
    }

    /** Writes the refusal as the whole answer. */
    public void write(HttpServletResponse response, Refusal refusal, Locale locale) throws IOException {
        response.setStatus(refusal.kind().status());
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        if (refusal.kind() == Refusal.Kind.THROTTLED) response.setHeader("Retry-After", "30");
        response.getWriter().write(json.writeValueAsString(problem(refusal, locale)));
    }
}

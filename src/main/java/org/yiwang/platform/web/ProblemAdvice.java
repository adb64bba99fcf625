package org.yiwang.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusedException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;

/** Every error leaves as problem+json (RFC 9457) with a sentence, a remedy and, where one is at fault, the field. */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final int RETRY_AFTER_SECONDS = 30;

    private final ProblemWriter problems;

    ProblemAdvice(ProblemWriter problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedException e, Locale locale) {
        return answer(e.refusal(), e.members(), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e, Locale locale) {
        String field = e.getCause() instanceof DatabindException cause ? path(cause) : null;
        String at = field != null ? field : e.getCause() instanceof JacksonException broken ? place(broken) : "-";
        return answer(
                new Refusal(Refusal.Kind.MALFORMED, "request.unreadable", field == null ? "body" : field, List.of(at)),
                locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mistyped(MethodArgumentTypeMismatchException e, Locale locale) {
        return answer(
                new Refusal(Refusal.Kind.MALFORMED, "request.wrong-value", e.getName(), List.of(e.getName())), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mistyped(MethodArgumentNotValidException e, Locale locale) {
        String field = e.getFieldErrors().stream()
                .map(FieldError::getField)
                .findFirst()
                .orElse("-");
        return answer(new Refusal(Refusal.Kind.MALFORMED, "request.wrong-value", field, List.of(field)), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException e, Locale locale) {
        return missing(e.getParameterName(), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestPartException e, Locale locale) {
        return missing(e.getRequestPartName(), locale);
    }

    private ResponseEntity<ProblemDetail> missing(String field, Locale locale) {
        return answer(new Refusal(Refusal.Kind.MALFORMED, "request.missing", field, List.of(field)), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException e, Locale locale) {
        return answer(new Refusal(Refusal.Kind.TOO_LARGE, "request.too-large", "file", List.of()), locale);
    }

    /** A parameter that is no UTF-8. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> undecodable(InvalidParameterException e, Locale locale) {
        return answer(Refusal.refuse(Refusal.Kind.MALFORMED, "request.malformed"), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(Exception e, HttpServletRequest request, Locale locale) {
        if (e instanceof ErrorResponse known) return framework(known, locale);
        LOG.error("{} {} failed", request.getMethod(), withoutLink(request.getRequestURI()), e);
        return ResponseEntity.internalServerError().body(problems.defect(locale));
    }

    /** A private link opens a case for whoever has it, so that it does not belong into logs. */
    private static String withoutLink(String address) {
        return address.replaceAll("(/public/(?:reports|bookings)/)[^/]+", "$1…");
    }

    private ResponseEntity<ProblemDetail> framework(ErrorResponse known, Locale locale) {
        Refusal.Kind kind =
                switch (known.getStatusCode().value()) {
                    case 404 -> Refusal.Kind.NOT_FOUND;
                    case 405 -> Refusal.Kind.NOT_ALLOWED;
                    case 413 -> Refusal.Kind.TOO_LARGE;
                    case 415, 406 -> Refusal.Kind.UNSUPPORTED;
                    default -> Refusal.Kind.MALFORMED;
                };
        return answer(
                Refusal.refuse(
                        kind, "request." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                locale);
    }

    private ResponseEntity<ProblemDetail> answer(Refusal refusal, Locale locale) {
        return answer(refusal, Map.of(), locale);
    }

    private ResponseEntity<ProblemDetail> answer(Refusal refusal, Map<String, Object> members, Locale locale) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(refusal.kind().status());
        Object seconds = members.getOrDefault(RefusedException.RETRY_AFTER_SECONDS, RETRY_AFTER_SECONDS);
        if (refusal.kind() == Refusal.Kind.THROTTLED) answer.header("Retry-After", seconds.toString());
        ProblemDetail problem = problems.problem(refusal, locale);
        members.forEach((name, member) -> problem.setProperty(name, said(name, member, locale)));
        return answer.body(problem);
    }

    private Object said(String name, Object member, Locale locale) {
        if (!name.equals(RefusedException.FIELDS) || !(member instanceof List<?> faults)) return member;
        return faults.stream()
                .map(fault -> fault instanceof Refusal refusal ? problems.fault(refusal, locale) : fault)
                .toList();
    }

    /** What is nested too deeply or too long breaks without a place. */
    private static String place(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null ? "-" : "%d:%d".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static @Nullable String path(DatabindException e) {
        String path = e.getPath().stream()
                .map(step -> step.getPropertyName() != null ? step.getPropertyName() : "[" + step.getIndex() + "]")
                .collect(java.util.stream.Collectors.joining("."));
        return path.isEmpty() ? null : path;
    }
}

package org.yiwang.organisation.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.util.pattern.PathPatternParser;
import org.yiwang.organisation.Staff;

/** The {@link Doors} in the interface document: which operations ask for a session, and which serve our own pages alone. */
@Component
class DoorsInTheDocument implements OperationCustomizer, OpenApiCustomizer {
    private static final String SESSION = "session";
    private static final SecurityRequirement NEEDED = new SecurityRequirement().addList(SESSION);
    private static final PathPatternParser PATTERNS = PathPatternParser.defaultInstance;

    /** Who takes the person as an argument refuses where there is none, on whatever address. */
    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        boolean asks =
                Arrays.stream(handler.getMethodParameters()).anyMatch(one -> one.getParameterType() == Staff.class);
        return asks ? operation.security(List.of(NEEDED)) : operation;
    }

    @Override
    public void customise(OpenAPI document) {
        document.getComponents()
                .addSecuritySchemes(
                        SESSION,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name(Cookies.SESSION)
                                .description("Set by POST /api/v1/session."));
        document.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> lock(method, path, operation)));
    }

    private static void lock(PathItem.HttpMethod method, String path, Operation operation) {
        boolean isForAnybody = isOneOf(Doors.FOR_ANYBODY, path);
        if (operation.getSecurity() == null)
            operation.setSecurity(isForAnybody || isOneOf(Doors.AT_THE_DOOR, path) ? List.of() : List.of(NEEDED));
        boolean changes = method != PathItem.HttpMethod.GET;
        if (changes && !isForAnybody)
            operation.addParametersItem(new Parameter().$ref("#/components/parameters/OwnPage"));
    }

    private static boolean isOneOf(List<String> patterns, String path) {
        return patterns.stream().map(PATTERNS::parse).anyMatch(one -> one.matches(PathContainer.parsePath(path)));
    }
}

package org.yiwang.platform.contract;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;

/** What an operation owes to the method behind it: its module, the version in its answer, and an answer that is written by hand. */
@Component
class Handlers implements OperationCustomizer {
    private static final String ROOT = "org.yiwang.";
    private static final String VERSION = "version";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        operation.setTags(List.of(module(handler.getBeanType())));
        boolean isConditional = takes(handler, WebRequest.class);
        if (isConditional) {
            operation.addParametersItem(new Parameter().$ref("#/components/parameters/IfNoneMatch"));
            operation.getResponses().addApiResponse("304", new ApiResponse().description("As you know it."));
        }
        if (isConditional || hasVersion(answer(handler)))
            done(operation).addHeaderObject("ETag", new Header().$ref("#/components/headers/ETag"));
        if (handler.getReturnType().getParameterType() == void.class) written(operation, handler);
        return operation;
    }

    private static String module(Class<?> controller) {
        String name = controller.getPackageName() + ".";
        return name.substring(ROOT.length(), name.indexOf('.', ROOT.length()));
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(one -> one.getParameterType() == type);
    }

    private static Class<?> answer(HandlerMethod handler) {
        ResolvableType type = ResolvableType.forMethodParameter(handler.getReturnType());
        return (type.toClass() == ResponseEntity.class ? type.getGeneric(0) : type).toClass();
    }

    /** What is kept in versions names its version in the ETag, for the If-Match of the next change. */
    private static boolean hasVersion(Class<?> answer) {
        return answer.isRecord()
                && Arrays.stream(answer.getRecordComponents())
                        .anyMatch(one -> one.getName().equals(VERSION));
    }

    private static ApiResponse done(Operation operation) {
        return operation.getResponses().entrySet().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static void written(Operation operation, HandlerMethod handler) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        if (mapping == null || mapping.produces().length == 0) return;
        Schema<Object> text = new JsonSchema();
        text.addType("string");
        Content content = new Content();
        for (String type : mapping.produces()) content.addMediaType(type, new MediaType().schema(text));
        done(operation).setContent(content);
    }
}

package org.yiwang.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yiwang.platform.Refusal;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.module.SimpleModule;

/** Texts that no database can keep (they hold the character NUL) are refused at the door, with the field that holds them. */
@Configuration(proxyBeanMethods = false)
class StorableText implements WebMvcConfigurer, HandlerInterceptor {
    private static final char NUL = 0;

    /** A JSON text without NUL. */
    private static final class Text extends StringDeserializer {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = super.deserialize(parser, context);
            if (text != null && text.indexOf(NUL) >= 0)
                throw InvalidFormatException.from(parser, "A text holds the character NUL", "", String.class);
            return text;
        }
    }

    @Bean
    JacksonModule textsWithoutNul() {
        return new SimpleModule("texts without NUL").addDeserializer(String.class, new Text());
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.getParameterMap().forEach((name, values) -> {
            if (Arrays.stream(values).anyMatch(value -> value.indexOf(NUL) >= 0))
                throw new Refusal(Refusal.Kind.MALFORMED, "request.wrong-value", name, List.of(name)).exception();
        });
        return true;
    }
}

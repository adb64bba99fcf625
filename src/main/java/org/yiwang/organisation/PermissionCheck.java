package org.yiwang.organisation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.web.Needs;

/** Keeps people out of handlers whose permission they lack; for modules below the organisation, which cannot ask {@link Access} themselves. */
@Component
class PermissionCheck implements HandlerInterceptor, WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Needs needs = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Needs.class) : null;
        if (needs == null) return true;
        if (!(request.getAttribute(SessionFilter.STAFF) instanceof Staff staff))
            throw Refusal.refuse(Refusal.Kind.UNAUTHENTICATED, "session.none").exception();
        if (!Access.may(staff, needs.value()))
            throw Refusal.forbidden("session.not-permitted", needs.value()).exception();
        return true;
    }
}

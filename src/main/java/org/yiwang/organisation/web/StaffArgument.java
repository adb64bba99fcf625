package org.yiwang.organisation.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.yiwang.organisation.CurrentStaff;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.usecase.Sessions;

/** Gives a controller the signed-in person; without one the request is refused. */
final class StaffArgument implements HandlerMethodArgumentResolver {
    private final Sessions sessions;

    StaffArgument(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Staff.class || parameter.getParameterType() == CurrentStaff.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        SignedIn person = SignedIn.required();
        String token = person.getCredentials();
        CurrentStaff current = () -> sessions.peek(token).orElse(null);
        return parameter.getParameterType() == Staff.class ? person.getPrincipal() : current;
    }
}

package org.yiwang.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.web.ProblemWriter;

/** Who gets in and under which headers; hands the signed-in person to the controllers. */
@Configuration(proxyBeanMethods = false)
class Doors implements WebMvcConfigurer {
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' blob: data:; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; "
                    + "font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain filters(HttpSecurity http, Sessions sessions, ProblemWriter problems) {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .anonymous(anonymous -> anonymous.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .cacheControl(cache -> cache.disable()))
                .addFilterBefore(new SessionFilter(sessions, problems), AuthorizationFilter.class)
                .build();
    }

    /** People sign in through {@link SignIn} alone; the framework's own accounts stay empty. */
    @Bean
    UserDetailsService noFrameworkAccounts() {
        return new InMemoryUserDetailsManager();
    }

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addViewController("/").setViewName("forward:/index.html");
        for (String path : List.of("/m", "/m/{*rest}"))
            pages.addViewController(path).setViewName("forward:/mobile.html");
        for (String path : List.of("/desk", "/desk/{*rest}"))
            pages.addViewController(path).setViewName("forward:/desk.html");
        for (String path : List.of("/screen", "/screen/{*rest}"))
            pages.addViewController(path).setViewName("forward:/command.html");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new StaffArgument());
    }

    /** Gives a controller the signed-in person; without one the request is refused. */
    private static final class StaffArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Staff.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            Object staff = request.getAttribute(SessionFilter.STAFF, NativeWebRequest.SCOPE_REQUEST);
            if (staff == null)
                throw Refusal.refuse(Refusal.Kind.UNAUTHENTICATED, "session.none")
                        .exception();
            return staff;
        }
    }
}

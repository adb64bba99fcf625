package org.yiwang.organisation.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.usecase.Sessions;

/** Who gets in, and under which headers every answer leaves. What is not named here is closed. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableWebSecurity
class Doors {
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' blob: data:; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; "
                    + "font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    private static final String DEVICE_POLICY = "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()";

    /** Interfaces with a check of their own, or for everybody. */
    static final List<String> FOR_ANYBODY =
            List.of("/api/v1/public/**", "/api/v1/worktime/calendar", "/open311/**", "/api/sensing/**");

    /** Open without a session, but only to our own pages where something changes. */
    static final List<String> AT_THE_DOOR =
            List.of("/api/v1/session", "/api/v1/progress", "/api/openapi.json", "/actuator/health/**", "/error");

    /** An id and no neighbouring address: {@code /cases/counters} is not the case of that name. */
    private static final String ID = "{id:[0-9a-fA-F-]{36}}";

    private static final RequestMatcher INTERFACE = paths(List.of("/api/**"));
    private static final RequestMatcher METRICS = paths(List.of("/actuator/**"));

    @Bean
    SecurityFilterChain doorsOfTheProduct(HttpSecurity http, Sessions sessions, Refusals refusals) {
        var contexts = new RequestAttributeSecurityContextRepository();
        RequestMatcher answersPeople = new OrRequestMatcher(INTERFACE, METRICS);
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .anonymous(anonymous -> anonymous.disable())
                .exceptionHandling(
                        outside -> outside.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(doors -> doors.requestMatchers(paths(FOR_ANYBODY), paths(AT_THE_DOOR))
                        .permitAll()
                        .requestMatchers(METRICS)
                        .hasAuthority("system.watch")
                        .requestMatchers(forParties())
                        .authenticated()
                        .requestMatchers(INTERFACE)
                        .hasAuthority("work.inside")
                        .requestMatchers(GET, "/**")
                        .permitAll()
                        .requestMatchers(HEAD, "/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .headers(Doors::headers)
                .addFilterBefore(new ForeignPageFilter(paths(FOR_ANYBODY), refusals), AuthorizationFilter.class)
                .addFilterBefore(new SessionFilter(answersPeople, sessions, contexts), AuthorizationFilter.class)
                .build();
    }

    /** What is not on the list is closed to outside parties, so that a new address is closed to them until somebody opens it. */
    private static RequestMatcher forParties() {
        return new OrRequestMatcher(Access.openToParties().stream()
                .<RequestMatcher>map(operation -> {
                    String[] parts = operation.split(" ", 2);
                    return PathPatternRequestMatcher.withDefaults()
                            .matcher(HttpMethod.valueOf(parts[0]), parts[1].replace("{id}", ID));
                })
                .toList());
    }

    /** A span for every filter of every request took a quarter of the server's time, and nobody looked at them. */
    @Bean
    SecurityObservationSettings noSpanPerFilter() {
        return SecurityObservationSettings.noObservations();
    }

    /** People sign in at our own door alone; the framework's accounts stay empty. */
    @Bean
    UserDetailsService noFrameworkAccounts() {
        return new InMemoryUserDetailsManager();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(permissions -> permissions.policy(DEVICE_POLICY))
                .crossOriginOpenerPolicy(opener -> opener.policy(
                        org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                                .CrossOriginOpenerPolicy.SAME_ORIGIN))
                .cacheControl(cache -> cache.disable())
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        INTERFACE, new StaticHeadersWriter("Cache-Control", "private, no-cache")));
    }

    private static RequestMatcher paths(List<String> patterns) {
        return new OrRequestMatcher(patterns.stream()
                .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList());
    }
}

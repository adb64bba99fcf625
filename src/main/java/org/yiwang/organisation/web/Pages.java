package org.yiwang.organisation.web;

import java.time.Duration;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.yiwang.organisation.CurrentStaff;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.usecase.Sessions;

/** The addresses of the screens, and what controllers may take as arguments. */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {
    static {
        // The person comes from the session, not from the request: no parameter in the interface document.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Staff.class, CurrentStaff.class);
    }

    private static final Duration KEPT = Duration.ofDays(365);

    private final Sessions sessions;

    Pages(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addViewController("/").setViewName("forward:/index.html");
        pages.addViewController("/setup").setViewName("forward:/setup.html");
        for (String path : List.of("/m", "/m/{*rest}"))
            pages.addViewController(path).setViewName("forward:/mobile.html");
        for (String path : List.of("/desk", "/desk/{*rest}"))
            pages.addViewController(path).setViewName("forward:/desk.html");
        for (String path : List.of("/screen", "/screen/{*rest}"))
            pages.addViewController(path).setViewName("forward:/command.html");
    }

    /** Files that bear the hash of their content in their name never change; each lies there packed as well. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        files.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new PathResourceResolver());
    }

    /** Roles go by their ids in query parameters too. */
    @Override
    public void addFormatters(FormatterRegistry formatters) {
        formatters.addConverter(String.class, Role.class, Role::of);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new StaffArgument(sessions));
    }
}

package org.yiwang.organisation.web;

import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yiwang.organisation.CurrentStaff;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.usecase.Sessions;

/** The addresses of the screens, and the signed-in person as an argument of controllers. */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {
    static {
        // The person comes from the session, not from the request: no parameter in the interface document.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Staff.class, CurrentStaff.class);
    }

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

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new StaffArgument(sessions));
    }
}

package org.minqing.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every page that knows who reads it has the header of his role. */
@Component
class ShellOnPages implements WebMvcConfigurer, HandlerInterceptor {

    private final HeaderLinks links;

    ShellOnPages(HeaderLinks links) {
        this.links = links;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
        if (page != null && page.getModel().get("person") instanceof StaffMember person) {
            page.addObject("header", links.of(person, request.getRequestURI()));
        }
    }
}

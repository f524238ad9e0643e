package org.minqing.problem;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Controllers get what was sent already read and checked, before they are called. */
@Configuration(proxyBeanMethods = false)
class RequestArguments implements WebMvcConfigurer {

    private final JsonBody body;

    RequestArguments(JsonBody body) {
        this.body = body;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new QueryArguments());
        resolvers.add(new BodyArguments(body));
    }
}

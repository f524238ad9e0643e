package org.minqing.problem;

import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands the parameters of an address to whoever asks for them by {@link Query}. */
final class QueryArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Query.class);
    }

    @Override
    public Map<String, String> resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        var query = parameter.getParameterAnnotation(Query.class);
        return Parameters.read(request.getParameterMap(), Parameters.names(query.value()));
    }
}

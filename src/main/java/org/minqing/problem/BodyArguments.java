package org.minqing.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands the body of a request to whoever asks for what was {@link Sent}. */
final class BodyArguments implements HandlerMethodArgumentResolver {

    private final JsonBody body;

    BodyArguments(JsonBody body) {
        this.body = body;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Sent.class;
    }

    /** @throws InvalidInput naming each field that is not known */
    @Override
    public Sent resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders)
            throws IOException {
        var sent = body.read(request.getNativeRequest(HttpServletRequest.class));
        var fields = parameter.getParameterAnnotation(Fields.class);
        if (fields != null) {
            var unknown = UnknownFields.of(sent.json(), "", Set.of(fields.value()));
            if (!unknown.isEmpty()) {
                throw new InvalidInput(unknown);
            }
        }
        return sent;
    }
}

package org.minqing.server;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.minqing.problem.ProblemWriter;
import org.minqing.security.SafeHeaders;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * What the server refuses before any of our filters sees it ({@code %2f} or {@code %00} in a path, a header that is none):
 * in our words, instead of a page that tells which server it is.
 */
@Component
class ServerErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private final ProblemWriter problems;

    ServerErrors(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(this::replace);
    }

    private void replace(Context context) {
        var host = (StandardHost) context.getParent();
        host.setErrorReportValveClass("");
        for (var valve : host.getPipeline().getValves()) {
            if (valve instanceof ErrorReportValve) {
                host.getPipeline().removeValve(valve);
            }
        }
        host.getPipeline().addValve(new Report());
    }

    /** After Spring Boot, which puts in a report of its own. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    private final class Report extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, Throwable thrown) {
            if (response.getStatus() < HttpServletResponse.SC_BAD_REQUEST
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            try {
                SafeHeaders.set(response);
                // To whoever asks, a method that the server has never heard of is one that it does not allow.
                problems.write(
                        request,
                        response,
                        response.getStatus() == HttpServletResponse.SC_NOT_IMPLEMENTED
                                ? HttpServletResponse.SC_METHOD_NOT_ALLOWED
                                : response.getStatus());
            } catch (IOException | IllegalStateException e) {
                // Whoever asked has gone.
                container.getLogger().debug("no report", e);
            }
        }
    }
}

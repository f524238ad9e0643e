package org.minqing.process.webapps;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Cockpit asks for all versions of a definition without saying how many it takes, is refused by the engine's limit, and
 * then asks page by page. That works, but each page of a process opens with an error in the browser's console, among which
 * a real one is not seen. So it is told to take as many as the limit allows; there are far fewer versions.
 */
class BoundedLists extends OncePerRequestFilter {

    private final int most;

    BoundedLists(int most) {
        this.most = most;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var asked = request.getQueryString();
        return !"GET".equals(request.getMethod()) || asked == null || asked.contains("maxResults=");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getQueryString() {
                        return super.getQueryString() + "&firstResult=0&maxResults=" + most;
                    }
                },
                response);
    }
}

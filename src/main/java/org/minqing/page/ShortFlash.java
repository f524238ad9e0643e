package org.minqing.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;

/**
 * What one page tells the next, such as that something is done, kept in the session as one short text: sessions hold nothing
 * else. Whoever has no session is told nothing. Values are texts.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class ShortFlash extends AbstractFlashMapManager {

    private static final String NAME = "told";

    @Override
    protected List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        // A page that says what went wrong is told nothing, and must not ask for a session that cannot be reached.
        var session = request.getDispatcherType() == DispatcherType.ERROR ? null : request.getSession(false);
        return session != null && session.getAttribute(NAME) instanceof String text ? read(text) : null;
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> all, HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session == null) {
            return;
        }
        if (all.isEmpty()) {
            session.removeAttribute(NAME);
        } else {
            session.setAttribute(NAME, written(all.get(all.size() - 1)));
        }
    }

    /** When it is over, for which page, and then names and values in turn. */
    private static String written(FlashMap told) {
        var parts = new ArrayList<String>();
        parts.add(String.valueOf(told.getExpirationTime()));
        parts.add(String.valueOf(told.getTargetRequestPath()));
        told.forEach((name, value) -> {
            parts.add(name);
            parts.add(String.valueOf(value));
        });
        return String.join(
                "&",
                parts.stream()
                        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                        .toList());
    }

    private static List<FlashMap> read(String text) {
        var parts = List.of(text.split("&", -1)).stream()
                .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                .toList();
        var told = new FlashMap();
        told.setExpirationTime(Long.parseLong(parts.get(0)));
        told.setTargetRequestPath(parts.get(1));
        for (int i = 2; i < parts.size(); i += 2) {
            told.put(parts.get(i), parts.get(i + 1));
        }
        return new ArrayList<>(List.of(told));
    }
}

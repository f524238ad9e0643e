package org.minqing.organisation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import org.minqing.problem.Landlines;
import org.springframework.stereotype.Component;

/** The landlines of the localities, from their files: they must be known when the database is not. */
@Component
class DeskPhones implements Landlines {

    private final Localities localities;

    DeskPhones(Localities localities) {
        this.localities = localities;
    }

    @Override
    public String phones(HttpServletRequest request) {
        var code = String.valueOf(request.getAttribute(LOCALITY));
        return localities
                .find(code)
                .map(Locality::deskPhone)
                .orElseGet(() -> localities.all().stream()
                        .map(l -> l.name() + " " + l.deskPhone())
                        .collect(Collectors.joining("，")));
    }
}

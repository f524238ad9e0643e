package org.minqing.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.minqing.limits.Limits;
import org.minqing.merging.MatterReader;
import org.minqing.merging.ToldBefore;
import org.minqing.problem.Landlines;
import org.minqing.problem.Sent;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether others told of such a matter, for a resident who still writes. The words are in the body and stay nowhere. */
@RestController
class ToldBeforeApi {

    private final MatterReader reader;
    private final ToldBefore told;
    private final Limits limits;

    ToldBeforeApi(MatterReader reader, ToldBefore told, Limits limits) {
        this.reader = reader;
        this.told = told;
        this.limits = limits;
    }

    @PostMapping("/api/similar")
    Map<String, List<ToldBefore.Known>> similar(HttpServletRequest request, Sent sent) {
        request.setAttribute(Landlines.LOCALITY, sent.json().path("locality").asText());
        limits.similar(request);
        return Map.of("similar", told.of(reader.read(sent, null)));
    }
}

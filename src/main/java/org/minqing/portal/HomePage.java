package org.minqing.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.minqing.appeal.kind.Categories;
import org.minqing.intake.PrivacyNotice;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first page: two doors, and where one is; and what residents are told of their data. */
@Controller
class HomePage {

    /** @param examples some of the categories, @param categories how many there are in all */
    record Card(Locality locality, List<String> examples, int categories) {}

    private static final int EXAMPLES = 3;

    private final Localities localities;
    private final Categories categories;
    private final PrivacyNotice notice;

    HomePage(Localities localities, Categories categories, PrivacyNotice notice) {
        this.localities = localities;
        this.categories = categories;
        this.notice = notice;
    }

    /** @param asked where somebody says he is: a link or a QR code on a wall says it for him, and this browser remembers it */
    @GetMapping("/")
    ModelAndView home(
            @RequestParam(name = "locality", required = false) String asked,
            @CookieValue(name = RememberedLocality.COOKIE, required = false) String remembered,
            HttpServletRequest request,
            HttpServletResponse response) {
        var here = localities.find(asked == null ? "" : asked);
        here.ifPresent(locality -> RememberedLocality.remember(locality, request, response));
        var chosen = here.or(() -> localities.find(remembered == null ? "" : remembered))
                .orElse(null);
        return new ModelAndView("portal/home")
                .addObject("chosen", chosen)
                .addObject(
                        "cards",
                        localities.all().stream()
                                .filter(locality -> locality != chosen)
                                .map(this::card)
                                .toList());
    }

    /** What becomes of what somebody tells us of himself. */
    @GetMapping("/privacy")
    ModelAndView privacy() {
        return new ModelAndView("portal/privacy", Map.of("notice", notice, "localities", localities.all()));
    }

    private Card card(Locality locality) {
        var all = categories.of(locality.code());
        var examples =
                all.stream().limit(EXAMPLES).map(Categories.Category::name).toList();
        return new Card(locality, examples, all.size());
    }
}

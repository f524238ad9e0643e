package org.minqing.portal;

import jakarta.servlet.http.HttpServletRequest;
import org.minqing.page.QrPicture;
import org.minqing.problem.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What somebody is given who has just filed: to be copied, printed, kept on the telephone, or scanned from another one's screen. */
@Controller
class ReceiptPage {

    private final Tracking tracking;

    ReceiptPage(Tracking tracking) {
        this.tracking = tracking;
    }

    @GetMapping(path = "/track/{code}", params = "new")
    ModelAndView receipt(
            @PathVariable("code") String code,
            @RequestParam(name = ResidentPages.JOINS, required = false) String joins,
            HttpServletRequest request) {
        if (!TrackingCode.isOne(code)) {
            throw Refusal.notFound();
        }
        var appeal = tracking.of(code);
        var heard = tracking.heard(code);
        var link = ServletUriComponentsBuilder.fromContextPath(request).path("/track/" + code);
        return new ModelAndView("portal/receipt")
                .addObject("appeal", appeal)
                .addObject("code", code)
                .addObject("grouped", TrackingCode.grouped(code))
                .addObject("calls", heard.calls())
                .addObject("suggested", heard.suggested())
                .addObject("asked", joins != null)
                .addObject("qr", QrPicture.of(link.toUriString()));
    }
}

package org.minqing.card.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.minqing.card.CardPhones;
import org.minqing.card.ContactCards;
import org.minqing.organisation.Localities;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.page.QrPicture;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What a card says is given to every resident of the unit, so everybody of staff may print one of his locality. */
@Controller
class CardPages implements HoldsForm {

    private final ContactCards cards;
    private final CardPhones phones;
    private final Localities localities;
    private final FieldMessages messages;

    CardPages(ContactCards cards, CardPhones phones, Localities localities, FieldMessages messages) {
        this.cards = cards;
        this.phones = phones;
        this.localities = localities;
        this.messages = messages;
    }

    @GetMapping("/desk/contact-cards")
    ModelAndView all(@AuthenticationPrincipal StaffMember person) {
        return list(person, phones.of(person.userId()).orElse(""), Map.of());
    }

    @PostMapping("/desk/contact-cards/phone")
    ModelAndView keep(
            @AuthenticationPrincipal StaffMember person,
            @RequestParam(name = "cardPhone", defaultValue = "") String typed) {
        locality(person);
        try {
            phones.keep(person.userId(), typed);
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(list(person, typed, messages.of(e)));
        }
        return PageAnswer.seeOther("/desk/contact-cards");
    }

    /** @throws Refusal if there is no such card in his locality */
    @GetMapping("/desk/contact-cards/{unit}")
    ModelAndView card(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("unit") String unit,
            HttpServletRequest request) {
        var locality = locality(person);
        var card = cards.of(locality, unit);
        var link = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/submit")
                .queryParam("locality", locality)
                .queryParam("unit", unit)
                .toUriString();
        return new ModelAndView("cards/card")
                .addObject("person", person)
                .addObject("localityName", localities.get(locality).name())
                .addObject("card", card)
                .addObject("link", link)
                .addObject("qr", QrPicture.of(link));
    }

    private ModelAndView list(StaffMember person, String phone, Map<String, String> problems) {
        return new ModelAndView("cards/list")
                .addObject("person", person)
                .addObject("units", cards.units(locality(person)))
                .addObject("phone", phone)
                .addObject("problems", problems);
    }

    private static String locality(StaffMember person) {
        if (person.locality() == null) {
            throw Refusal.notFound();
        }
        return person.locality();
    }
}

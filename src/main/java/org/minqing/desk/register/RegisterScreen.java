package org.minqing.desk.register;

import java.util.List;
import java.util.Map;
import org.minqing.access.Registrar;
import org.minqing.appeal.kind.AppealTypes;
import org.minqing.appeal.kind.Categories;
import org.minqing.appeal.kind.DangerKind;
import org.minqing.hints.Hints;
import org.minqing.hints.WordHints;
import org.minqing.problem.TextRule;
import org.minqing.relay.Relays;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts together the page on which an appeal is taken down: what there is to choose from, and what was typed. */
@Component
class RegisterScreen {

    /** @param call number to call first, empty if there is none */
    record DangerChoice(String code, String label, String call) {}

    private static final int MOST = 2000;

    private final AppealTypes types;
    private final Categories categories;
    private final Relays relays;
    private final WordHints hints;

    RegisterScreen(AppealTypes types, Categories categories, Relays relays, WordHints hints) {
        this.types = types;
        this.categories = categories;
        this.relays = relays;
        this.hints = hints;
    }

    /** @param problems what is wrong with each field, in Chinese */
    ModelAndView of(String view, StaffMember person, Registrar by, RegisterForm form, Map<String, String> problems) {
        var locality = by.locality();
        var hinted = hinted(locality.code(), form);
        var category = form.text("category").isEmpty() ? hinted.category().orElse("") : form.text("category");
        return new ModelAndView(view)
                .addObject("person", person)
                .addObject("locality", locality)
                .addObject("types", types.typesOf(locality.code()))
                .addObject("chosenType", form.typed().getOrDefault("type", AppealTypes.UNSAID))
                .addObject("categories", categories.of(locality.code()))
                .addObject("chosenCategory", category)
                .addObject("suggested", form.text("category").isEmpty() && !category.isEmpty())
                .addObject("calls", hinted.call())
                .addObject("dangers", dangers(locality.code()))
                .addObject("places", by.places())
                .addObject("channels", by.channels())
                .addObject("relayers", relays.names())
                .addObject("typed", form.typed())
                .addObject("key", form.key())
                .addObject("problems", problems);
    }

    /** Where scripts do not run, the words are looked at when they are sent for the first time. */
    private Hints hinted(String locality, RegisterForm form) {
        var words = form.text("description");
        return TextRule.flaw("description", words, MOST).isPresent() ? Hints.NONE : hints.in(locality, words);
    }

    private List<DangerChoice> dangers(String locality) {
        var known = hints.dangers(locality);
        return List.of(DangerKind.values()).stream()
                .map(kind -> new DangerChoice(
                        kind.code(),
                        kind.label(),
                        known.stream()
                                .filter(danger -> danger.code().equals(kind.code()))
                                .map(danger -> danger.call())
                                .findFirst()
                                .orElse("")))
                .toList();
    }
}

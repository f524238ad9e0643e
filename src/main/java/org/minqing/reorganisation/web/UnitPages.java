package org.minqing.reorganisation.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.minqing.organisation.OrganisationDraft;
import org.minqing.organisation.OrganisationDraft.Entry;
import org.minqing.organisation.OrganisationDraft.Level;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.page.Search;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.reorganisation.Reorganisations;
import org.minqing.reorganisation.Version;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What becomes of one unit in the draft: its name, its posts, where it lies, a new one below it, or that it goes. */
@Controller
class UnitPages implements HoldsForm {

    private static final String UNIT = OrganisationPages.PAGE + "/units/{unit}";

    private final Reorganisations reorganisations;
    private final FieldMessages messages;

    UnitPages(Reorganisations reorganisations, FieldMessages messages) {
        this.reorganisations = reorganisations;
        this.messages = messages;
    }

    /** @throws Refusal if there is no draft, or no such unit in it */
    @GetMapping(UNIT)
    ModelAndView unit(@AuthenticationPrincipal StaffMember person, @PathVariable("unit") String unit) {
        return page(person, unit, Map.of(), Map.of());
    }

    @PostMapping(UNIT)
    ModelAndView change(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("unit") String unit,
            @RequestParam MultiValueMap<String, String> sent) {
        return done(person, unit, sent, () -> {
            var draft = draft(person);
            var entry = draft.entry(unit).orElseThrow(Refusal::notFound);
            var name = reorganisations.name("unitName", first(sent, "unitName"));
            var posts = posts(draft, sent, "post");
            var above = first(sent, "above");
            var moves = entry.parent() != null && !above.isEmpty() && !above.equals(entry.parent());
            if (moves
                    && places(draft, entry).stream()
                            .noneMatch(place -> place.code().equals(above))) {
                throw new InvalidInput("above", "不能放到这个单位下面", "cannot lie below that unit");
            }
            reorganisations.change(person, edition(sent), tree -> {
                var changed = tree.changed(unit, name, posts);
                return moves ? changed.moved(unit, above) : changed;
            });
        });
    }

    @PostMapping(UNIT + "/below")
    ModelAndView add(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("unit") String unit,
            @RequestParam MultiValueMap<String, String> sent) {
        return done(person, unit, sent, () -> {
            var draft = draft(person);
            draft.entry(unit).orElseThrow(Refusal::notFound);
            var level = first(sent, "newLevel");
            if (draft.levelsBelow(unit).stream().noneMatch(one -> one.code().equals(level))) {
                throw new InvalidInput("newLevel", "请选级别", "is no level below that unit");
            }
            var name = reorganisations.name("newName", first(sent, "newName"));
            var posts = posts(draft, sent, "newPost");
            reorganisations.change(person, edition(sent), tree -> tree.with(unit, name, level, posts));
        });
    }

    @PostMapping(UNIT + "/end")
    ModelAndView end(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("unit") String unit,
            @RequestParam MultiValueMap<String, String> sent) {
        return done(person, unit, sent, () -> {
            var entry = draft(person).entry(unit).orElseThrow(Refusal::notFound);
            if (entry.parent() == null) {
                throw new InvalidInput("unitName", "最上面的单位不能撤销", "the root stays");
            }
            reorganisations.change(person, edition(sent), tree -> tree.without(unit));
        });
    }

    private ModelAndView done(StaffMember person, String unit, MultiValueMap<String, String> sent, Runnable change) {
        try {
            change.run();
        } catch (InvalidInput e) {
            var typed = new HashMap<>(sent.toSingleValueMap());
            return PageAnswer.badRequest(page(person, unit, typed, messages.of(e)));
        }
        return PageAnswer.seeOther(OrganisationPages.PAGE);
    }

    private OrganisationDraft draft(StaffMember person) {
        return version(person).draft();
    }

    private Version version(StaffMember person) {
        return reorganisations.draft(person).orElseThrow(Refusal::notFound);
    }

    private static String first(MultiValueMap<String, String> sent, String field) {
        var value = sent.getFirst(field);
        return value == null ? "" : value;
    }

    private static int edition(MultiValueMap<String, String> sent) {
        return Search.number(first(sent, "edition")).orElse(0);
    }

    private static List<String> posts(OrganisationDraft draft, MultiValueMap<String, String> sent, String field) {
        var posts = sent.getOrDefault(field, List.of()).stream().distinct().toList();
        if (posts.stream()
                .anyMatch(code ->
                        draft.posts().stream().noneMatch(post -> post.code().equals(code)))) {
            throw new InvalidInput(field, "没有这个岗位", "is no post");
        }
        return posts;
    }

    /** Where a unit may lie: below whatever its level may lie below, and not below itself. */
    private static List<Entry> places(OrganisationDraft draft, Entry unit) {
        var without = draft.without(unit.code());
        return without.entries().stream()
                .filter(place -> without.levelsBelow(place.code()).stream()
                        .anyMatch(level -> level.code().equals(unit.level())))
                .toList();
    }

    private ModelAndView page(
            StaffMember person, String unit, Map<String, String> typed, Map<String, String> problems) {
        var version = version(person);
        var draft = version.draft();
        var entry = draft.entry(unit).orElseThrow(Refusal::notFound);
        return new ModelAndView("organisation/unit")
                .addObject("person", person)
                .addObject("unit", entry)
                .addObject(
                        "levelName",
                        draft.levels().stream()
                                .filter(level -> level.code().equals(entry.level()))
                                .map(Level::name)
                                .findFirst()
                                .orElse(entry.level()))
                .addObject("posts", draft.posts())
                .addObject("places", entry.parent() == null ? List.of() : places(draft, entry))
                .addObject("levelsBelow", draft.levelsBelow(unit))
                .addObject("edition", version.edition())
                .addObject("typed", typed)
                .addObject("problems", problems);
    }
}

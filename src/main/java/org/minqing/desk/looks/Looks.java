package org.minqing.desk.looks;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.minqing.access.ContactLooks;
import org.minqing.page.Search;
import org.minqing.security.Colleagues;
import org.minqing.security.StaffMember;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/** Looks, with names where the reader's locality has one. */
@Component
class Looks {

    static final int PAGE = 50;

    private final ContactLooks looks;
    private final Colleagues colleagues;

    Looks(ContactLooks looks, Colleagues colleagues) {
        this.looks = looks;
        this.colleagues = colleagues;
    }

    LookPage find(StaffMember reader, LookQuestion question, UnaryOperator<String> names) {
        var filter = question.filter();
        var total = looks.count(reader, filter);
        var rows = looks.find(reader, filter, PAGE, Search.before(question.page(), PAGE)).stream()
                .map(look -> new LookPage.LookLine(
                        Times.iso(look.at()),
                        names.apply(look.person()),
                        look.appeal(),
                        look.purpose(),
                        look.way() == null ? "" : look.way().label()))
                .toList();
        return new LookPage(total, question.page(), Search.pages(total, PAGE), rows);
    }

    /** Everybody who can be asked for, by user id. */
    List<Colleagues.Colleague> people(StaffMember reader, UnaryOperator<String> names) {
        return looks.people(reader).stream()
                .map(person -> new Colleagues.Colleague(person, names.apply(person)))
                .toList();
    }

    /** Name and posts of a user id, or the id itself: asked for once for a page, because it is a question for each post. */
    UnaryOperator<String> names(StaffMember reader) {
        Map<String, String> labels = colleagues.of(reader.locality()).stream()
                .collect(Collectors.toMap(Colleagues.Colleague::userId, Colleagues.Colleague::label));
        return person -> labels.getOrDefault(person, person);
    }
}

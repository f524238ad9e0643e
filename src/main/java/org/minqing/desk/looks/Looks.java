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

    LookPage find(StaffMember reader, ContactLooks.Filter filter, int page) {
        var total = looks.count(reader, filter);
        var names = names(reader);
        var rows = looks.find(reader, filter, PAGE, Search.before(page, PAGE)).stream()
                .map(look -> new LookPage.LookLine(
                        Times.iso(look.at()),
                        names.apply(look.person()),
                        look.appeal(),
                        look.purpose(),
                        look.way() == null ? "" : look.way().label()))
                .toList();
        return new LookPage(total, page, Search.pages(total, PAGE), rows);
    }

    /** Everybody who can be asked for, by user id. */
    List<Colleagues.Colleague> people(StaffMember reader) {
        var names = names(reader);
        return looks.people(reader).stream()
                .map(person -> new Colleagues.Colleague(person, names.apply(person)))
                .toList();
    }

    private UnaryOperator<String> names(StaffMember reader) {
        Map<String, String> labels = colleagues.of(reader.locality()).stream()
                .collect(Collectors.toMap(Colleagues.Colleague::userId, Colleagues.Colleague::label));
        return person -> labels.getOrDefault(person, person);
    }
}

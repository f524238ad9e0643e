package org.minqing.household.search;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.minqing.household.KeyGroup;
import org.minqing.household.KeyGroups;
import org.minqing.household.colour.Colour;
import org.minqing.household.colour.LocalColours;
import org.minqing.organisation.Locality;
import org.minqing.page.Search;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Parameters;
import org.minqing.problem.TextRule;

/**
 * Which households are looked for.
 *
 * @param unit    with what is below it; null for any
 * @param words   that stand in the address, with blanks between them; null for any
 * @param name    the whole name of somebody who lives there; null for any
 * @param group   a key group to which somebody there belongs; null for any
 * @param days    without contact for at least so many; null for any
 * @param colour  code of the colour as which it is shown to whoever asks; null for any
 * @param worker  user id of who is responsible; null for anybody
 * @param uncovered whether only those whom no party member covers
 * @param purpose why a sensitive group is looked for; empty without one
 * @param page    from 1
 * @param typed   what was written, by field, without empty fields and without the page
 */
public record HouseholdQuestion(
        String unit,
        String words,
        String name,
        KeyGroup group,
        Integer days,
        String colour,
        String worker,
        boolean uncovered,
        String purpose,
        int page,
        Map<String, String> typed) {

    public static final String FIELDS =
            "unit addressWords memberName keyGroup days colour responsible uncovered lookPurpose";

    private static final int MOST_DAYS = 3650;
    private static final int LONGEST = 60;

    /**
     * @param workers user ids that may be asked for
     * @param grant   whether whoever asks may know of sensitive groups
     * @throws InvalidInput naming each field that is wrong
     */
    public static HouseholdQuestion read(
            Locality locality,
            KeyGroups groups,
            LocalColours colours,
            Set<String> workers,
            boolean grant,
            Map<String, String> given) {
        var search = new Search(given);
        var page = search.page();
        var unit = search.one(
                "unit", "没有这个单位", "unknown unit", code -> locality.unit(code).map(u -> code));
        var words = search.one("addressWords", "请填地址里的字词", "must be words of an address", HouseholdQuestion::words);
        var name = search.one("memberName", "请填完整的姓名", "must be a whole name", HouseholdQuestion::words);
        // Whoever has not the grant does not learn which sensitive groups there are either.
        var group = search.one(
                "keyGroup",
                "没有这个重点群体",
                "unknown key group",
                code -> groups.find(locality.code(), code).filter(found -> grant || !found.sensitive()));
        var days = search.one(
                "days",
                "请填天数，例如 30",
                "must be a number of days",
                text -> Search.number(text).filter(n -> n >= 1 && n <= MOST_DAYS));
        var colour = search.one(
                "colour",
                "没有这个颜色",
                "unknown colour",
                code -> colours.find(locality.code(), code).map(Colour::code));
        var worker = search.one(
                "responsible",
                "没有这位网格员",
                "is nobody who is responsible here",
                id -> Optional.of(id).filter(workers::contains));
        var uncovered = search.one(
                "uncovered", "只能勾选", "must be yes", text -> Optional.of(true).filter(yes -> text.equals("yes")));
        var purpose = given.getOrDefault("lookPurpose", "");
        if (group != null && group.sensitive() && purpose.isEmpty()) {
            search.wrong("lookPurpose", "按敏感群体查找，请说明原因", "is required with a sensitive group");
        }
        TextRule.flaw("lookPurpose", purpose, 200).ifPresent(flaw -> search.wrong(flaw.field(), flaw.zh(), flaw.en()));
        search.refuse();
        return new HouseholdQuestion(
                unit,
                words,
                name,
                group,
                days,
                colour,
                worker,
                uncovered != null,
                purpose,
                page,
                search.typed(Parameters.names(FIELDS)));
    }

    /** Whether what is found tells what is sensitive. */
    boolean asksForSensitive() {
        return group != null && group.sensitive();
    }

    private static Optional<String> words(String text) {
        return Optional.of(text)
                .filter(t -> t.length() <= LONGEST
                        && TextRule.flaw("words", t, LONGEST).isEmpty());
    }
}

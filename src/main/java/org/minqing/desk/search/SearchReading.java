package org.minqing.desk.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.minqing.appeal.AppealNumber;
import org.minqing.appeal.AppealStatus;
import org.minqing.code.Coded;
import org.minqing.organisation.Locality;
import org.minqing.page.MomentField;
import org.minqing.page.Search;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Parameters;
import org.minqing.problem.TextRule;
import org.minqing.wording.Grams;

/** Reads what somebody looks for, and says at each field what is wrong. */
final class SearchReading {

    static final String FIELDS = "number phone purpose words unit from to state columns order";

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{4,18}[0-9]");
    private static final int MOST_WORDS = 5;
    private static final int LONGEST = 60;
    private static final int LONGEST_PURPOSE = 200;

    private SearchReading() {}

    /** @throws InvalidInput naming each field that is wrong */
    static SearchQuestion read(Locality locality, Map<String, String> given) {
        var search = new Search(given);
        var page = search.page();
        var number = search.one(
                "number",
                "请填诉求编号，例如 GS-20261121-0001",
                "is no number of an appeal",
                text -> AppealNumber.read(text).map(AppealNumber::toString));
        var phone = search.one(
                "phone",
                "请填完整的电话号码",
                "is no phone number",
                text -> Optional.of(text).filter(t -> PHONE.matcher(t).matches()));
        var words = search.one("words", "请填要找的字词，最多 5 个，用空格隔开", "must be up to five words", SearchReading::words);
        var unit = search.one(
                "unit", "没有这个单位", "unknown unit", code -> locality.unit(code).map(u -> code));
        var from = MomentField.in(search, "from");
        var to = MomentField.in(search, "to");
        var state = search.one("state", "没有这个状态", "unknown state", Search.of(AppealStatus.values()));
        var columns = search.one("columns", "没有这一列", "unknown column", SearchColumn::read);
        var order = search.one("order", "不能这样排列", "unknown order", code -> Coded.find(SearchOrder.class, code));
        var purpose = given.getOrDefault("purpose", "");
        MomentField.checkOrder(search, from, to);
        if (given.containsKey("phone") && purpose.isEmpty()) {
            search.wrong("purpose", "按电话查找，请说明原因", "is required with a phone");
        }
        TextRule.flaw("purpose", purpose, LONGEST_PURPOSE)
                .ifPresent(flaw -> search.wrong(flaw.field(), flaw.zh(), flaw.en()));
        search.refuse();
        return new SearchQuestion(
                number,
                phone == null ? List.of() : written(phone),
                words == null ? List.of() : words,
                unit,
                from == null ? null : from.from(),
                to == null ? null : to.until(),
                state,
                purpose,
                columns == null ? SearchColumn.USUAL : columns,
                order == null ? SearchOrder.NEWEST : order,
                page,
                search.typed(Parameters.names(FIELDS)));
    }

    /** As they are compared; each has a sign that can be looked for. */
    private static Optional<List<String>> words(String text) {
        if (TextRule.flaw("words", text, LONGEST).isPresent()) {
            return Optional.empty();
        }
        var words = Arrays.stream(Grams.plain(text).strip().split("\\s+"))
                .distinct()
                .toList();
        return Optional.of(words)
                .filter(all -> all.size() <= MOST_WORDS
                        && all.stream().noneMatch(word -> Grams.of(word).isEmpty()));
    }

    /** With and without the number of the country. */
    private static List<String> written(String phone) {
        var digits = phone.replaceAll("[^0-9]", "");
        var domestic = digits.startsWith("86") && digits.length() > 11 ? digits.substring(2) : digits;
        return List.of(domestic, "86" + domestic);
    }
}

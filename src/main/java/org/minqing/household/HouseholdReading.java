package org.minqing.household;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.minqing.code.Coded;
import org.minqing.organisation.Extent;
import org.minqing.organisation.Locality;
import org.minqing.organisation.UnitTree;
import org.minqing.page.Search;
import org.minqing.position.CoordinateSystem;
import org.minqing.position.Position;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.TextRule;

/** Reads what somebody typed of a household, and says at each field what is wrong. */
public final class HouseholdReading {

    /** The fields of a household. */
    public static final String HOUSEHOLD = "unit address lng lat coordinates since worker covering";
    /** The fields of a member; {@code groups} are codes with commas between them. */
    public static final String MEMBER = "fullName relation born telephone groups";
    /** The fields of a need. */
    public static final String NEED = "what rhythm weekday day";

    /** Of localities that say nothing of where they lie. */
    private static final Extent CHINA = new Extent(73, 3, 136, 54);

    private static final Pattern DEGREES = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,15})?");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{4,18}[0-9]");
    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);

    private HouseholdReading() {}

    /** @throws InvalidInput naming each field that is wrong */
    public static HouseholdDraft household(Locality locality, Map<String, String> given, LocalDate today) {
        var search = new Search(given);
        required(search, given, "unit", "请选择所在单位");
        required(search, given, "address", "请填地址");
        var unit = search.one("unit", "请选到最小的单位", "is no smallest unit of people who live there", code -> {
            return UnitTree.smallest(locality).stream()
                    .map(one -> one.code())
                    .filter(code::equals)
                    .findFirst();
        });
        text(search, given, "address", 100);
        var since = given.containsKey("since")
                ? search.one("since", "请填日期，例如 2026-03-01，不能晚于今天", "is no day up to today", text -> day(text, today))
                : today;
        var point = point(search, given, locality);
        search.refuse();
        return new HouseholdDraft(unit, given.get("address"), point, since, given.get("worker"), given.get("covering"));
    }

    private static Position point(Search search, Map<String, String> given, Locality locality) {
        if (!given.containsKey("lng") && !given.containsKey("lat")) {
            return null;
        }
        required(search, given, "lng", "经度和纬度要一起填");
        required(search, given, "lat", "经度和纬度要一起填");
        required(search, given, "coordinates", "请选择坐标系");
        var lng = search.one("lng", "请填经度，例如 109.65", "must be degrees east", HouseholdReading::degrees);
        var lat = search.one("lat", "请填纬度，例如 35.58", "must be degrees north", HouseholdReading::degrees);
        var coordinates = search.one(
                "coordinates", "没有这个坐标系", "unknown coordinates", code -> Coded.find(CoordinateSystem.class, code));
        if (lng == null || lat == null || coordinates == null) {
            return null;
        }
        if (lies(locality, lng, lat, coordinates)) {
            return new Position(lng, lat, coordinates);
        }
        if (lies(locality, lat, lng, coordinates)) {
            search.wrong("lng", "经度和纬度填反了，请对调", "is swapped with lat");
        } else {
            search.wrong("lng", "这个位置不在" + locality.name() + "范围内", "lies outside of the locality");
        }
        return null;
    }

    private static boolean lies(Locality locality, double lng, double lat, CoordinateSystem coordinates) {
        if (!CHINA.holds(lng, lat)) {
            return false;
        }
        var there = new Position(lng, lat, coordinates).in(CoordinateSystem.WGS84);
        return locality.extent().holds(there.lng(), there.lat());
    }

    /**
     * @param groups that whoever writes may choose
     * @throws InvalidInput naming each field that is wrong
     */
    public static Member.About member(List<KeyGroup> groups, Map<String, String> given, LocalDate today) {
        var search = new Search(given);
        required(search, given, "fullName", "请填姓名");
        required(search, given, "relation", "请填与户主的关系，户主本人填“户主”");
        text(search, given, "fullName", 40);
        text(search, given, "relation", 20);
        var born = search.one(
                "born",
                "请填出生年份或日期，例如 1946 或 1946-03-05，不能晚于今天",
                "is no year, month or day up to today",
                text -> born(text, today));
        var phone = search.one(
                "telephone",
                "请填完整的电话号码",
                "is no phone number",
                text -> Optional.of(text).filter(t -> PHONE.matcher(t).matches()));
        var chosen = search.one("groups", "没有这个重点群体", "unknown key group", text -> {
            var codes = List.of(text.split(","));
            return Optional.of(codes)
                    .filter(all -> all.stream()
                            .allMatch(code ->
                                    groups.stream().anyMatch(g -> g.code().equals(code))));
        });
        search.refuse();
        return new Member.About(
                given.get("fullName"),
                given.get("relation"),
                born,
                phone,
                chosen == null ? List.of() : chosen.stream().distinct().toList());
    }

    /**
     * @param longest characters
     * @throws InvalidInput naming each field that is wrong
     */
    public static Need need(Map<String, String> given, int longest, LocalDate today) {
        var search = new Search(given);
        required(search, given, "what", "请写明需要什么");
        required(search, given, "rhythm", "请选择多久一次");
        text(search, given, "what", longest);
        var rhythm = search.one("rhythm", "没有这个选项", "unknown rhythm", code -> Coded.find(Need.Rhythm.class, code));
        var weekday = 0;
        var day = 0;
        if (rhythm == Need.Rhythm.WEEKLY) {
            required(search, given, "weekday", "请选择星期几");
            weekday = or0(search.one("weekday", "请选择星期几", "is 1 to 7", text -> number(text, 7)));
        } else if (rhythm == Need.Rhythm.MONTHLY) {
            required(search, given, "day", "请填每月几号，1 到 31");
            day = or0(search.one("day", "请填每月几号，1 到 31", "is 1 to 31", text -> number(text, 31)));
        }
        search.refuse();
        return new Need(UUID.randomUUID(), given.get("what"), rhythm, weekday, day, today);
    }

    /** A day up to today. */
    static Optional<LocalDate> day(String text, LocalDate today) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(d -> !d.isAfter(today) && !d.isBefore(OLDEST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> born(String text, LocalDate today) {
        try {
            var first = switch (text.length()) {
                case 4 -> LocalDate.of(Integer.parseInt(text), 1, 1);
                case 7 -> YearMonth.parse(text).atDay(1);
                default -> LocalDate.parse(text);
            };
            return Optional.of(text).filter(t -> !first.isAfter(today) && !first.isBefore(OLDEST));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Double> degrees(String text) {
        return Optional.of(text).filter(t -> DEGREES.matcher(t).matches()).map(Double::valueOf);
    }

    private static Optional<Integer> number(String text, int most) {
        return Search.number(text).filter(n -> n >= 1 && n <= most);
    }

    private static int or0(Integer number) {
        return number == null ? 0 : number;
    }

    private static void required(Search search, Map<String, String> given, String field, String zh) {
        if (!given.containsKey(field)) {
            search.wrong(field, zh, "is required");
        }
    }

    private static void text(Search search, Map<String, String> given, String field, int longest) {
        var text = given.get(field);
        if (text != null) {
            TextRule.flaw(field, text, longest).ifPresent(flaw -> search.wrong(field, flaw.zh(), flaw.en()));
            if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
                search.wrong(field, "写在一行里", "must be one line");
            }
        }
    }
}

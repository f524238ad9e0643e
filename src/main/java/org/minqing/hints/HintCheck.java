package org.minqing.hints;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.appeal.kind.Categories.Category;
import org.minqing.appeal.kind.DangerKind;
import org.minqing.code.Coded;
import org.minqing.organisation.Locality;

/** What has to be true of a file of hints, each fault in Chinese and English with its group and its word. */
final class HintCheck {

    private static final Set<String> NUMBERS = Set.of("", "110", "119", "120");
    private static final String CODE = "[a-z][a-z-]{0,31}";
    private static final int WIDEST = 30;

    private final HintFile file;
    private final List<String> faults = new ArrayList<>();

    private HintCheck(HintFile file) {
        this.file = file;
    }

    /** One line for each; empty if it can be used. */
    static List<String> faults(HintFile file) {
        var check = new HintCheck(file);
        check.heads();
        file.groups().forEach(check::group);
        check.contradictions();
        return check.faults;
    }

    /** Categories that are suggested and that this locality does not have. */
    static List<String> unknownCategories(HintFile file, Locality locality, List<Category> categories) {
        var known = categories.stream().map(Category::code).collect(Collectors.toSet());
        return file.groups().stream()
                .filter(group -> !group.category().isEmpty() && !known.contains(group.category()))
                .map(group -> head(group) + locality.name() + "没有诉求类别 " + group.category() + " is no category of "
                        + locality.code())
                .toList();
    }

    private void heads() {
        if (file.groups().isEmpty()) {
            faults.add("groups: 一组词也没有 is empty");
        }
        repeated(file.dangers().stream().map(Danger::code))
                .forEach(code -> faults.add("dangers: " + code + " 写了两次 is there twice"));
        repeated(file.groups().stream().map(HintFile.Group::code))
                .forEach(code -> faults.add("groups: " + code + " 写了两次 is there twice"));
        for (var danger : file.dangers()) {
            if (Coded.find(DangerKind.class, danger.code()).isEmpty()) {
                faults.add("dangers: 没有这种危险 unknown danger " + danger.code());
            }
            if (!NUMBERS.contains(danger.call())) {
                faults.add("dangers: " + danger.code() + ": 电话只能是 110、119、120 或者不写，不能是 " + danger.call()
                        + "; call is 110, 119, 120 or left out");
            }
        }
        written("negations: ", Stream.concat(file.negations().words().stream(), file.negations().except().stream()));
        file.negations().except().stream()
                .filter(word -> file.negations().words().stream().noneMatch(word::contains))
                .forEach(word -> faults.add("negations: “" + word + "”里没有否定词 contains no negation"));
        file.unless().forEach((code, unless) -> {
            var where = "unless " + code + ": ";
            coded(where, code);
            written(where, unless.everyWord());
            near(where, unless.within());
        });
    }

    private void group(HintFile.Group group) {
        var where = head(group);
        coded(where, group.code());
        if (group.name().isBlank()) {
            faults.add(where + "没有名称 name is empty");
        }
        if (group.words().isEmpty() && group.together().isEmpty()) {
            faults.add(where + "一个词也没有 has neither words nor pairs");
        }
        if (group.facts() > 1 || group.facts() == 0 && group.category().isEmpty()) {
            faults.add(where
                    + "danger、vulnerable、lineCut、aboutStaff 应当只写一项，一项都不写就要写 category;"
                    + " hints at exactly one of them, or at a category alone");
        }
        if (!group.danger().isEmpty()
                && file.dangers().stream().noneMatch(d -> d.code().equals(group.danger()))) {
            faults.add(where + "没有这种危险 unknown danger " + group.danger());
        }
        group.unless().stream()
                .filter(code -> !file.unless().containsKey(code))
                .forEach(code -> faults.add(where + "没有这一条 unknown unless " + code));
        written(where, group.everyWord());
        group.words().stream()
                .filter(word -> word.length() < 2)
                .forEach(word -> faults.add(where + "“" + word + "”只有一个字，只能写在 together 里 is too short to stand alone"));
        group.together().forEach(pair -> {
            near(where, pair.within());
            if (pair.one().isEmpty() || pair.other().isEmpty()) {
                faults.add(where + "together 两边都要有词 has words on both sides");
            }
        });
        repeated(group.words().stream()).forEach(word -> faults.add(where + "“" + word + "”写了两次 is there twice"));
        group.otherMeaning().forEach(word -> {
            if (triggers(group).noneMatch(trigger -> word.contains(trigger) && !word.equals(trigger))) {
                faults.add(where + "“" + word + "”应当比这一组的某个词长，并且包含它 contains none of its words");
            }
        });
    }

    private static Stream<String> triggers(HintFile.Group group) {
        return Stream.concat(
                group.words().stream(),
                group.together().stream().flatMap(p -> Stream.concat(p.one().stream(), p.other().stream())));
    }

    /** The same word cannot mean two kinds of danger, nor two categories. Two words together may: a spark of a wire is both. */
    private void contradictions() {
        Map<String, HintFile.Group> kinds = new HashMap<>();
        Map<String, HintFile.Group> categories = new HashMap<>();
        for (var group : file.groups()) {
            for (var hit : group.words()) {
                if (!group.danger().isEmpty()) {
                    contradicts(kinds, hit, group, HintFile.Group::danger);
                }
                if (!group.category().isEmpty()) {
                    contradicts(categories, hit, group, HintFile.Group::category);
                }
            }
        }
    }

    private void contradicts(
            Map<String, HintFile.Group> seen, String hit, HintFile.Group group, Function<HintFile.Group, String> what) {
        var other = seen.putIfAbsent(hit, group);
        if (other != null && !what.apply(other).equals(what.apply(group))) {
            faults.add(head(group) + "“" + hit + "”在 " + other.code() + " 里是 " + what.apply(other) + "，在这里是 "
                    + what.apply(group) + "，互相矛盾; the same word means two things");
        }
    }

    private void written(String where, Stream<String> words) {
        words.forEach(word -> {
            var plain = Letters.of(word).toString();
            if (plain.isEmpty() || !plain.equals(word)) {
                faults.add(where + "“" + word + "”请写成“" + plain
                        + "”：空格、标点、全角和大写在比对时都不看; write it without blanks and signs");
            } else if (plain.length() > Places.LONGEST) {
                faults.add(where + "“" + word + "”超过 " + Places.LONGEST + " 个字 is too long");
            }
        });
    }

    private void coded(String where, String code) {
        if (!code.matches(CODE)) {
            faults.add(where + "代码“" + code + "”只能用小写字母和连字符 is no code");
        }
    }

    private void near(String where, int within) {
        if (within < 0 || within > WIDEST) {
            faults.add(where + "within 应在 0 到 " + WIDEST + " 之间，不能是 " + within + "; is out of range");
        }
    }

    private static String head(HintFile.Group group) {
        return "组 group " + group.code() + ": ";
    }

    private static Collection<String> repeated(Stream<String> all) {
        Set<String> seen = new HashSet<>();
        return all.filter(one -> !seen.add(one)).collect(Collectors.toCollection(TreeSet::new));
    }
}

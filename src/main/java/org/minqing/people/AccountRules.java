package org.minqing.people;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Locality;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.TextRule;
import org.springframework.stereotype.Component;

/** What has to be true of an account. */
@Component
public class AccountRules {

    /** Nobody reads more than that in a list of tasks. */
    public static final int LONGEST_NAME = 40;

    private static final int LONGEST_REASON = 200;

    /** The engine accepts these signs; a column of it holds 64. */
    private static final Pattern USER = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_-]{1,63}");

    private static final int MOST_POSTS = 20;

    private final Holdings holdings;

    AccountRules(Holdings holdings) {
        this.holdings = holdings;
    }

    /** @param taken ids of other accounts, in small letters */
    public Optional<FieldProblem> user(String user, Set<String> taken) {
        if (!USER.matcher(user).matches()) {
            return Optional.of(new FieldProblem(
                    "user",
                    "用户名应是 2 到 64 个字母、数字、连字符或下划线，以字母或数字开头",
                    "must be 2 to 64 letters, digits, hyphens or underscores"));
        }
        // Two that differ in capitals alone would be taken for one another.
        return taken.contains(user.toLowerCase(Locale.ROOT))
                ? Optional.of(new FieldProblem("user", "这个用户名已经有人用了（包括已停用的账号）", "is taken"))
                : Optional.empty();
    }

    public Optional<FieldProblem> name(String name) {
        if (name.isBlank()) {
            return Optional.of(new FieldProblem("name", "请填姓名", "is required"));
        }
        return TextRule.flaw("name", name, LONGEST_NAME)
                .or(() -> name.matches("(?s).*[\\n\\r\\t].*")
                        ? Optional.of(new FieldProblem("name", "姓名写在一行里", "must be one line"))
                        : Optional.empty());
    }

    /** All posts of one person are in one locality: what he may see goes by it. */
    public Optional<FieldProblem> posts(List<String> groups) {
        if (groups.isEmpty()) {
            return Optional.of(new FieldProblem("post", "请至少选一个岗位", "is required"));
        }
        if (groups.size() > MOST_POSTS) {
            return Optional.of(new FieldProblem("post", "岗位太多", "too many posts"));
        }
        var known = holdings.of(groups);
        if (known.size() < groups.size()) {
            return Optional.of(new FieldProblem("post", "没有这个岗位", "unknown post"));
        }
        var localities = groups.stream()
                .flatMap(group -> holdings.localityOf(List.of(group)).stream())
                .map(Locality::name)
                .distinct()
                .toList();
        return localities.size() > 1
                ? Optional.of(new FieldProblem(
                        "post", "一个人的岗位要在同一个镇街：" + String.join("、", localities), "are in several localities"))
                : Optional.empty();
    }

    /** @throws InvalidInput if there is none */
    public static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new InvalidInput("why", "请写明原因", "is required");
        }
        TextRule.flaw("why", reason, LONGEST_REASON).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
    }

    /** The first id that is free, such as {@code ganshui-007}. */
    public static String suggestion(String locality, Set<String> taken) {
        int n = 1;
        while (taken.contains(locality.toLowerCase(Locale.ROOT) + "-%03d".formatted(n))) {
            n++;
        }
        return locality + "-%03d".formatted(n);
    }

    /** All ids in small letters. */
    public static Set<String> taken(List<Account> all) {
        return all.stream()
                .map(account -> account.userId().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
    }
}

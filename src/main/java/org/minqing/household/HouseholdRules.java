package org.minqing.household;

import java.util.List;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Role;
import org.minqing.policy.PolicyCheck;
import org.minqing.policy.PolicyFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Who sees and keeps the files of households, and how much goes into one: {@code households.yml}. */
@Component
public class HouseholdRules {

    /** How many households one worker has, about. */
    public record Load(int from, int to) {}

    private record File(
            List<String> see,
            List<String> keep,
            List<String> count,
            List<String> sensitive,
            String worker,
            String covering,
            int minorsUnder,
            int contactWithin,
            Load load,
            int fewest,
            int longestNote,
            int longestNeed,
            int mostMembers,
            int mostNeeds) {}

    private static final PolicyCheck CHECK = new PolicyCheck("households.yml");

    private final File file;

    /** @throws IllegalStateException naming the field, if the file cannot be used */
    @Autowired
    HouseholdRules(Localities localities) {
        this(new PolicyFile("households.yml"), localities);
    }

    HouseholdRules(PolicyFile policy, Localities localities) {
        file = policy.read(File.class);
        localities.requirePosts(CHECK, file.see());
        localities.requirePosts(CHECK, file.count());
        localities.requirePosts(CHECK, List.of(file.worker(), file.covering()));
        localities.all().stream()
                .flatMap(locality -> locality.posts().stream())
                .filter(post -> file.see().contains(post.code()) && post.role() == Role.AUDITOR)
                .findFirst()
                .ifPresent(post -> wrong("see: whoever audits looks sees no household, " + post.code()));
        within("keep", file.keep());
        within("sensitive", file.sensitive());
        within("worker", List.of(file.worker()));
        CHECK.between("minorsUnder", file.minorsUnder(), 1, 18);
        CHECK.between("contactWithin", file.contactWithin(), 1, 365);
        CHECK.between("load.from", file.load().from(), 1, 1000);
        CHECK.between("load.to", file.load().to(), file.load().from(), 1000);
        CHECK.between("fewest", file.fewest(), 1, 20);
        CHECK.between("longestNote", file.longestNote(), 20, 2000);
        CHECK.between("longestNeed", file.longestNeed(), 10, 500);
        CHECK.between("mostMembers", file.mostMembers(), 1, 100);
        CHECK.between("mostNeeds", file.mostNeeds(), 1, 100);
    }

    private void within(String field, List<String> posts) {
        if (!file.see().containsAll(posts)) {
            wrong(field + ": only posts that see");
        }
    }

    private static void wrong(String what) {
        throw CHECK.wrong(what);
    }

    public boolean sees(String post) {
        return file.see().contains(post);
    }

    boolean keeps(String post) {
        return file.keep().contains(post);
    }

    /** Whether the holders of a post know how many there are without seeing them. */
    boolean counts(String post) {
        return file.count().contains(post);
    }

    public boolean sensitive(String post) {
        return file.sensitive().contains(post);
    }

    /** Code of the post whose holder is responsible for the households of its unit. */
    public String worker() {
        return file.worker();
    }

    /** Code of the post among whose holders the party member who covers a household is chosen. */
    String covering() {
        return file.covering();
    }

    /** In years. */
    public int minorsUnder() {
        return file.minorsUnder();
    }

    /** In days. */
    public int contactWithin() {
        return file.contactWithin();
    }

    public Load load() {
        return file.load();
    }

    /** Below it a number is not told to whoever does not see what is counted. */
    public int fewest() {
        return file.fewest();
    }

    /** Characters, as people count them. */
    public int longestNote() {
        return file.longestNote();
    }

    /** Characters, as people count them. */
    public int longestNeed() {
        return file.longestNeed();
    }

    public int mostMembers() {
        return file.mostMembers();
    }

    int mostNeeds() {
        return file.mostNeeds();
    }
}

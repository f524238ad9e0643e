package org.minqing.process.staff;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Groups;
import org.minqing.access.HoldingsInStep;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.process.decisions.DecisionCatalogue;
import org.minqing.process.decisions.LawAndDanger;
import org.springframework.stereotype.Component;

/**
 * Keeps the engine's tenants, groups and rights in step with the localities' files. A post that a decision names and
 * nobody holds stops the start: an appeal must never lie with nobody.
 */
@Component
public class OrganisationInStep {

    /** Posts that the model itself names. */
    private static final List<String> POSTS_OF_THE_MODEL = List.of("dispatcher", "call-back");

    private final Localities localities;
    private final DecisionCatalogue decisions;
    private final Accounts accounts;
    private final GrantedRights granted;
    private final EngineRights rights;
    private final TasksOfPosts open;
    private final HoldingsInStep holdings;

    OrganisationInStep(
            Localities localities,
            DecisionCatalogue decisions,
            Accounts accounts,
            GrantedRights granted,
            EngineRights rights,
            TasksOfPosts open,
            HoldingsInStep holdings) {
        this.localities = localities;
        this.decisions = decisions;
        this.accounts = accounts;
        this.granted = granted;
        this.rights = rights;
        this.open = open;
        this.holdings = holdings;
    }

    /** @throws IllegalStateException naming a rule that cannot be applied, a rule of law or danger that is overtaken, or each locality and the posts that nobody holds in it */
    public void check() {
        decisions.checkRules();
        LawAndDanger.check(
                decisions, localities.all().stream().map(Locality::code).toList());
        for (var locality : localities.all()) {
            var missing = missing(locality);
            if (!missing.isEmpty()) {
                throw new IllegalStateException("localities/" + locality.code() + "/organisation.yml："
                        + locality.name() + "没有人担任、或者有几个职能部门担任决策表要用的岗位 " + missing
                        + "。请给一个单位加上这个岗位，或者在 substitutes 里写明由哪个岗位代办。"
                        + "Nobody, or more than one office, holds these posts: give each to a unit, or name under substitutes"
                        + " the post that does its work here.");
            }
        }
    }

    /** Codes of the posts that a decision or the model needs, and nobody or more than one office holds in a locality. */
    public List<String> missing(Locality locality) {
        var needed = decisions.posts(locality.code());
        needed.addAll(POSTS_OF_THE_MODEL);
        return locality.missing(needed);
    }

    public void sync() {
        granted.begin();
        rights.everybody();
        var tenants = accounts.tenants();
        var groups = accounts.groups();
        for (var locality : localities.all()) {
            if (!tenants.contains(locality.code())) {
                accounts.tenant(locality.code(), locality.name());
            }
            for (var holding : locality.holdings()) {
                var called = groups.get(holding.group());
                if (called == null) {
                    accounts.group(holding.group(), holding.label(), Accounts.POST, locality.code());
                } else if (!called.equals(holding.label())) {
                    accounts.rename(holding.group(), holding.label());
                }
                rights.of(holding);
            }
        }
        if (!groups.containsKey(Groups.CAMUNDA_ADMIN)) {
            accounts.group(Groups.CAMUNDA_ADMIN, "系统管理员", Groups.GROUP_TYPE_SYSTEM, null);
        }
        rights.administrators(Groups.CAMUNDA_ADMIN);
        holdings.sync(Groups.CAMUNDA_ADMIN);
    }

    /**
     * What was granted for a post that is gone, or for another role, is taken back. Last of all: what nobody granted in this
     * start is what nobody has a claim to.
     */
    public void withdrawTheRest() {
        var named = named();
        var posts = accounts.postGroups();
        posts.addAll(named);
        var ours = new HashSet<>(posts);
        ours.add(Groups.CAMUNDA_ADMIN);
        granted.withdrawTheRest(ours);
        open.inStep(named, posts);
    }

    private Set<String> named() {
        return localities.all().stream()
                .flatMap(locality -> locality.holdings().stream())
                .map(Holding::group)
                .collect(Collectors.toSet());
    }
}

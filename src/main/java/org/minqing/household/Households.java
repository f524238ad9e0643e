package org.minqing.household;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.problem.TextRule;
import org.minqing.security.StaffMember;
import org.minqing.time.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done to the file of a household. Each change names the version that was read; whoever is late is told so. */
@Service
public class Households {

    private static final int LONGEST_REASON = 200;

    private final HouseholdAccess access;
    private final HouseholdRows rows;
    private final HouseholdRules rules;
    private final Members members;
    private final Needs needs;
    private final HouseholdNotes notes;
    private final Owners owners;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Households(
            HouseholdAccess access,
            HouseholdRows rows,
            HouseholdRules rules,
            Members members,
            Needs needs,
            HouseholdNotes notes,
            Owners owners,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.access = access;
        this.rows = rows;
        this.rules = rules;
        this.members = members;
        this.needs = needs;
        this.notes = notes;
        this.owners = owners;
        this.events = events;
        this.clock = clock;
    }

    /** The day in Asia/Shanghai. */
    public LocalDate today() {
        return clock.instant().atZone(Times.ZONE).toLocalDate();
    }

    /** Whoever had his last contact on that day or before waits for too long, by households.yml; so does whoever had none. */
    public LocalDate lastDayOfLongAgo() {
        return today().minusDays(rules.contactWithin());
    }

    /** Whether nobody was with them for too long. */
    public boolean waits(Household household) {
        return household.lastContact() == null || !household.lastContact().isAfter(lastDayOfLongAgo());
    }

    /**
     * Begins the file of a household with its householder.
     *
     * @throws InvalidInput if the unit is not his to write in, the address has a household already, or somebody who was named may not be
     */
    @Transactional
    public UUID open(StaffMember person, HouseholdDraft draft, Member.About householder) {
        requireWritable(person, draft);
        var id = UUID.randomUUID();
        stored(() -> rows.insert(id, person.locality(), draft, person.userId(), clock.instant()));
        name(id, draft, person);
        var household = rows.lock(id).orElseThrow();
        members.add(UUID.randomUUID(), household, householder);
        events.publishEvent(new HouseholdChanged(id));
        return id;
    }

    /**
     * @param version that he read
     * @throws InvalidInput as {@link #open}
     * @throws Refusal      if he may not, or somebody else changed it meanwhile
     */
    @Transactional
    public void change(StaffMember person, String id, int version, HouseholdDraft draft) {
        var household = lock(access.kept(person, id));
        requireWritable(person, draft);
        var changed = new boolean[1];
        stored(() -> changed[0] = rows.update(household.id(), version, draft));
        requireCurrent(changed[0]);
        name(household.id(), draft, person);
    }

    /** It moved away, or is a household no more: from today on it is found no more, and its file stays. */
    @Transactional
    public void end(StaffMember person, String id, int version, String typed) {
        var household = lock(access.kept(person, id));
        var reason = text("endReason", typed, "请写明原因", LONGEST_REASON);
        requireCurrent(rows.end(household.id(), version, today(), reason));
    }

    /** Somebody was with them, or talked to them, on that day. */
    @Transactional
    public void contacted(StaffMember person, String id, String typed) {
        var household = lock(access.kept(person, id));
        requireThere(household);
        var day = HouseholdReading.day(typed, today())
                .filter(d -> !d.isBefore(household.since()))
                .orElseThrow(() -> new InvalidInput("contactDay", "请填联系那天的日期，不能晚于今天", "is no day up to today"));
        rows.contacted(household.id(), day);
    }

    /** Adds a line, which nobody alters any more. */
    @Transactional
    public void note(StaffMember person, String id, String typed) {
        var household = lock(access.kept(person, id));
        var line = text("line", typed, "请写记录", rules.longestNote());
        notes.add(household.id(), access.as(person, household.unit()), line, clock.instant());
    }

    /** @throws Refusal if he may not see all of its people, or there are as many as there may be */
    @Transactional
    public void addMember(StaffMember person, String id, Member.About about) {
        var household = lock(access.keptWhole(person, id));
        requireThere(household);
        if (members.of(household.id()).size() >= rules.mostMembers()) {
            throw Refusal.conflict("一户最多 " + rules.mostMembers() + " 人。", "There is no room for more members.");
        }
        members.add(UUID.randomUUID(), household, about);
        rows.changed(household.id(), household.version());
    }

    /** @throws Refusal if he may not, there is no such member, or somebody else changed the household meanwhile */
    @Transactional
    public void changeMember(StaffMember person, String id, int version, String member, Member.About about) {
        var household = lock(access.keptWhole(person, id));
        var found = member(household, member);
        requireCurrent(rows.changed(household.id(), version));
        members.change(found.id(), household, about);
    }

    /** He lives there no more. */
    @Transactional
    public void endMember(StaffMember person, String id, int version, String member) {
        var household = lock(access.keptWhole(person, id));
        var found = member(household, member);
        requireCurrent(rows.changed(household.id(), version));
        members.end(found.id(), today());
    }

    /** @throws Refusal if he may not see what they need, or there are as many as there may be */
    @Transactional
    public void addNeed(StaffMember person, String id, Need need) {
        var household = lock(access.keptWhole(person, id));
        requireThere(household);
        if (needs.of(household.id()).size() >= rules.mostNeeds()) {
            throw Refusal.conflict("一户最多 " + rules.mostNeeds() + " 项需求。", "There is no room for more needs.");
        }
        needs.add(household.id(), need);
    }

    /** It is met, or needed no more. */
    @Transactional
    public void endNeed(StaffMember person, String id, String need) {
        var household = lock(access.keptWhole(person, id));
        var found = needs.of(household.id()).stream()
                .filter(one -> one.id().toString().equals(need))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        needs.end(household.id(), found.id(), today());
    }

    /** @throws Refusal if nobody of that id lives there now */
    public Member member(Household household, String id) {
        return members.of(household.id()).stream()
                .filter(member -> member.id().toString().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** For a change, which whoever waits for it hears of. */
    private Household lock(Household household) {
        events.publishEvent(new HouseholdChanged(household.id()));
        return rows.lock(household.id()).orElseThrow(Refusal::notFound);
    }

    private void requireWritable(StaffMember person, HouseholdDraft draft) {
        if (!access.keeps(person, draft.unit())) {
            throw new InvalidInput("unit", "这个单位不归您建档", "is not yours to write in");
        }
        require(person, draft.worker(), draft.unit(), OwnerKind.WORKER);
        require(person, draft.covering(), draft.unit(), OwnerKind.COVERING);
    }

    private void require(StaffMember person, String named, String unit, OwnerKind kind) {
        if (named != null && !owners.candidates(person.locality(), unit, kind).contains(named)) {
            throw new InvalidInput(kind.code(), "这一位不在这个单位担任相应岗位", "does not hold the post there");
        }
    }

    private void name(UUID id, HouseholdDraft draft, StaffMember person) {
        owners.name(id, OwnerKind.WORKER, draft.worker(), today(), person.userId(), clock.instant());
        owners.name(id, OwnerKind.COVERING, draft.covering(), today(), person.userId(), clock.instant());
    }

    /** Whether another one lives there the database knows, also of those that whoever asks does not see. */
    private static void stored(Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException e) {
            throw new InvalidInput("address", "这个地址已经有一户。一户只能在一个单位；同一门牌有几户的，写明是哪一户，如“（东户）”", "has a household already");
        }
    }

    private static void requireThere(Household household) {
        if (household.ended() != null) {
            throw Refusal.conflict("这一户已经迁出或销户。", "The household is there no more.");
        }
    }

    private static void requireCurrent(boolean current) {
        if (!current) {
            throw Refusal.conflict("别人刚刚改过这一户。您填的内容还在，请看一遍再保存。", "Somebody else changed it meanwhile; look again.");
        }
    }

    private static String text(String field, String typed, String missing, int longest) {
        var text = typed.strip();
        if (text.isEmpty()) {
            throw new InvalidInput(field, missing, "is required");
        }
        TextRule.flaw(field, text, longest).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
        return text;
    }
}

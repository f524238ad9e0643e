package org.minqing.household.sheet;

import java.util.concurrent.Semaphore;
import org.minqing.file.SheetReader;
import org.minqing.household.HouseholdRules;
import org.minqing.household.Households;
import org.minqing.household.KeyGroups;
import org.minqing.household.Owners;
import org.minqing.organisation.Localities;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.security.Colleagues;
import org.springframework.stereotype.Component;

/** Reads a workbook that somebody sent, one at a time on each node: a long one takes some room. */
@Component
class SheetReading {

    private final SheetRules rules;
    private final SheetHeadings headings;
    private final Localities localities;
    private final KeyGroups groups;
    private final Owners owners;
    private final Colleagues colleagues;
    private final Households households;
    private final HouseholdRules householdRules;
    private final Semaphore one = new Semaphore(1);

    SheetReading(
            SheetRules rules,
            SheetHeadings headings,
            Localities localities,
            KeyGroups groups,
            Owners owners,
            Colleagues colleagues,
            Households households,
            HouseholdRules householdRules) {
        this.rules = rules;
        this.headings = headings;
        this.localities = localities;
        this.groups = groups;
        this.owners = owners;
        this.colleagues = colleagues;
        this.households = households;
        this.householdRules = householdRules;
    }

    /**
     * @throws InvalidInput if it is no workbook, too long, without a column, or of another locality
     * @throws Refusal      if another one is being read
     */
    SheetGathering.Read read(String locality, byte[] file) {
        if (file.length > rules.largestFile() << 20) {
            throw new InvalidInput("sheet", "文件太大，最多 " + rules.largestFile() + " MB", "is too large");
        }
        if (!one.tryAcquire()) {
            throw Refusal.conflict("正在读另一份表格，请过一会儿再上传。", "Another sheet is being read; send it again in a moment.");
        }
        try {
            var gathering = gathering(locality);
            SheetReader.each(file, "sheet", rules.mostRows() + 1, rules.largestUnpacked(), gathering);
            return gathering.read();
        } finally {
            one.release();
        }
    }

    private SheetGathering gathering(String locality) {
        var rows = new RowReader(
                localities.get(locality),
                localities,
                groups.of(locality),
                new NamedPeople(owners, colleagues, locality),
                households.today(),
                householdRules.longestNote());
        return new SheetGathering(headings.known(locality), rows, householdRules.mostMembers());
    }
}

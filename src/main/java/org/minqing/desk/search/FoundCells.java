package org.minqing.desk.search;

import java.util.List;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.kind.AppealTypes;
import org.minqing.appeal.kind.Categories;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/** What an appeal says in each column; a place without the address. */
@Component
class FoundCells {

    private final Localities localities;
    private final Categories categories;
    private final AppealTypes types;

    FoundCells(Localities localities, Categories categories, AppealTypes types) {
        this.localities = localities;
        this.categories = categories;
        this.types = types;
    }

    Found.FoundLine line(Appeal a, List<SearchColumn> columns) {
        return new Found.FoundLine(
                a.number(), columns.stream().map(column -> cell(a, column)).toList());
    }

    private String cell(Appeal a, SearchColumn column) {
        var locality = localities.get(a.locality());
        return switch (column) {
            case NUMBER -> a.number();
            case TITLE -> a.title();
            case STATUS -> a.status().label();
            case SUBMITTED -> Times.iso(a.submittedAt()).substring(0, 16).replace('T', ' ');
            case PLACE -> UnitTree.place(locality, a.unit(), null);
            case CATEGORY -> categories.nameOf(a.locality(), a.category());
            case TYPE -> types.typeName(a.locality(), a.type());
            case URGENCY -> a.urgencyName();
            case CHANNEL -> locality.channelName(a.channel());
            case TIER -> a.tierName();
            case HANDLING_UNIT -> UnitTree.name(locality, a.handlingUnit(), "");
        };
    }
}

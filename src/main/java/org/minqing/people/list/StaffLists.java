package org.minqing.people.list;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.minqing.file.Sheet;
import org.minqing.file.SheetDownload;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Holdings;
import org.minqing.organisation.Localities;
import org.minqing.people.People;
import org.minqing.people.PersonLine;
import org.springframework.stereotype.Component;

/** Lists that administrators take along: an empty one to fill in, everybody, and the first passwords of those who are new. */
@Component
public class StaffLists {

    private static final double[] WIDTHS = {14, 28, 16, 30, 20};

    private final Localities localities;
    private final Holdings holdings;
    private final People people;
    private final SheetDownload download;

    StaffLists(Localities localities, Holdings holdings, People people, SheetDownload download) {
        this.localities = localities;
        this.holdings = holdings;
        this.people = people;
        this.download = download;
    }

    /** The columns to fill in, and on a second sheet every post there is, to be copied from. */
    public void template(HttpServletResponse response) throws IOException {
        var places = localities.all().stream()
                .flatMap(locality -> locality.holdings().stream()
                        .map(h -> List.of(
                                "",
                                "",
                                locality.name(),
                                h.unit().name(),
                                h.post().name())))
                .toList();
        download.xlsx(
                List.of(
                        new Sheet("people", "人员名册", List.of(), ListColumns.NAMES, WIDTHS, List.of()),
                        new Sheet("people", "可以填的岗位", List.of(), ListColumns.NAMES, WIDTHS, places)),
                null,
                response);
    }

    /** One line for each post of everybody whose account is open. */
    public Sheet of(List<PersonLine> found) {
        var lines = new ArrayList<List<String>>();
        for (var person : found) {
            if (person.open()) {
                holdings.of(person.groups()).forEach(h -> lines.add(line(person, h)));
            }
        }
        return new Sheet("people", "人员名册", List.of(), ListColumns.NAMES, WIDTHS, lines);
    }

    private static List<String> line(PersonLine person, Holding h) {
        return List.of(
                person.name(),
                person.userId(),
                person.localityName(),
                h.unit().name(),
                h.post().name());
    }

    /** Name, id, posts and first password of those who are new. */
    public List<List<String>> passwords(Importing.Done done) {
        return done.opened().stream()
                .map(person -> List.of(
                        person.name(),
                        person.user(),
                        person.posts().stream().map(people::label).collect(Collectors.joining("、")),
                        person.password()))
                .toList();
    }

    /** The same, for a page to carry. */
    public String carried(Importing.Done done) {
        return CarriedList.pack(passwords(done));
    }

    /** The same, as the page carried it. */
    public Sheet passwords(String carried) {
        return new Sheet(
                "passwords",
                "初始密码",
                List.of(),
                List.of("姓名", "用户名", "岗位", "初始密码"),
                new double[] {14, 28, 50, 18},
                CarriedList.unpack(carried, 4));
    }
}

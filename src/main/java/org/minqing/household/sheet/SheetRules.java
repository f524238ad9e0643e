package org.minqing.household.sheet;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.minqing.code.Coded;
import org.minqing.household.HouseholdRules;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Role;
import org.minqing.policy.PolicyCheck;
import org.minqing.policy.PolicyFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Who brings in and takes out sheets of households, how large they are and what their columns are called: {@code household-sheets.yml}. */
@Component
public class SheetRules {

    private record File(
            List<String> bring,
            List<String> askExport,
            List<String> allowExport,
            int exportHours,
            int mostRows,
            int largestFile,
            int largestUnpacked,
            int batch,
            int confirmWithin,
            int errorsKept,
            Map<String, List<String>> headings) {}

    private static final PolicyCheck CHECK = new PolicyCheck("household-sheets.yml");

    private final File file;

    /** @throws IllegalStateException naming the field, if the file cannot be used */
    @Autowired
    SheetRules(Localities localities, HouseholdRules households) {
        this(new PolicyFile("household-sheets.yml"), localities, households);
    }

    SheetRules(PolicyFile policy, Localities localities, HouseholdRules households) {
        file = policy.read(File.class);
        posts("bring", file.bring(), localities);
        posts("askExport", file.askExport(), localities);
        posts("allowExport", file.allowExport(), localities);
        Stream.of(file.bring(), file.askExport())
                .flatMap(Collection::stream)
                .filter(post -> !households.sees(post) || !households.sensitive(post))
                .findFirst()
                .ifPresent(post -> wrong("bring, askExport: only posts that see what is sensitive, not " + post));
        CHECK.between("exportHours", file.exportHours(), 1, 168);
        CHECK.between("mostRows", file.mostRows(), 10, 500_000);
        CHECK.between("largestFile", file.largestFile(), 1, 20);
        CHECK.between("largestUnpacked", file.largestUnpacked(), 1, 512);
        CHECK.between("batch", file.batch(), 1, 500);
        CHECK.between("confirmWithin", file.confirmWithin(), 1, 168);
        CHECK.between("errorsKept", file.errorsKept(), 1, 365);
        headings();
    }

    private void headings() {
        var codes = Stream.of(SheetColumn.values()).map(Coded::code).toList();
        if (!file.headings().keySet().equals(new HashSet<>(codes))) {
            wrong("headings has exactly " + codes);
        }
        var all = file.headings().values().stream().flatMap(List::stream).toList();
        if (all.stream().anyMatch(String::isBlank) || new HashSet<>(all).size() != all.size()) {
            wrong("headings: none is empty, and no two are alike");
        }
        if (file.headings().values().stream().anyMatch(List::isEmpty)) {
            wrong("headings: each column has one");
        }
    }

    private static void posts(String field, List<String> posts, Localities localities) {
        for (var post : posts) {
            var known = localities.all().stream()
                    .flatMap(locality -> locality.post(post).stream())
                    .toList();
            if (known.isEmpty()) {
                wrong(field + ": no locality has the post " + post);
            }
            if (known.stream().anyMatch(one -> one.role() == Role.AUDITOR)) {
                wrong(field + ": whoever audits looks takes nothing out, " + post);
            }
        }
        if (posts.isEmpty()) {
            wrong(field + " is empty");
        }
    }

    private static void wrong(String what) {
        throw CHECK.wrong(what);
    }

    List<String> bring() {
        return file.bring();
    }

    List<String> askExport() {
        return file.askExport();
    }

    List<String> allowExport() {
        return file.allowExport();
    }

    /** So long a file is given out after it was allowed. */
    public int exportHours() {
        return file.exportHours();
    }

    public int mostRows() {
        return file.mostRows();
    }

    /** Megabytes. */
    public int largestFile() {
        return file.largestFile();
    }

    /** Bytes. */
    int largestUnpacked() {
        return file.largestUnpacked() << 20;
    }

    /** Households. */
    int batch() {
        return file.batch();
    }

    /** In hours. */
    public int confirmWithin() {
        return file.confirmWithin();
    }

    /** In days. */
    public int errorsKept() {
        return file.errorsKept();
    }

    /** The first is that of the template. */
    List<String> headings(SheetColumn column) {
        return file.headings().get(column.code());
    }
}

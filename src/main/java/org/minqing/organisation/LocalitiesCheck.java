package org.minqing.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.minqing.organisation.LocalityFiles.UnitEntry;

/** What has to be true of all localities together: the engine and the appeal numbers do not tell apart what is named alike. */
class LocalitiesCheck {

    private LocalitiesCheck() {}

    /** One line for each fault of each locality and of all together; empty if the program may start with them. */
    static List<String> faults(List<LocalityFiles> all) {
        List<String> faults = new ArrayList<>();
        if (all.isEmpty()) {
            faults.add("no folder with a " + LocalityFiles.LOCALITY);
        }
        all.forEach(files -> faults.addAll(OrganisationCheck.faults(files)));
        faults.addAll(
                shared(all, "number prefix", files -> List.of(files.locality().numberPrefix())));
        faults.addAll(shared(all, "code", files -> List.of(files.locality().code())));
        faults.addAll(shared(
                all,
                "unit",
                files -> files.units().stream().map(UnitEntry::code).toList()));
        faults.addAll(shared(all, "group", LocalityFiles::groups));
        faults.addAll(shared(all, "user", LocalityFiles::users));
        return faults;
    }

    private static List<String> shared(
            List<LocalityFiles> all, String what, Function<LocalityFiles, List<String>> names) {
        Map<String, String> owners = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (LocalityFiles files : all) {
            for (String name : new TreeSet<>(names.apply(files))) {
                String other = owners.putIfAbsent(name, files.folder());
                if (other != null) {
                    faults.add(files.folder() + ": " + what + " " + name + " is also used by " + other);
                }
            }
        }
        return faults;
    }
}

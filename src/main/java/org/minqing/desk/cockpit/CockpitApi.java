package org.minqing.desk.cockpit;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Role;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Query;
import org.minqing.security.StaffMember;
import org.minqing.time.Times;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What our own views in Cockpit ask for. */
@RestController
class CockpitApi {

    /**
     * Who looks, so that no view asks for what this person may not see.
     *
     * @param localityName null for whoever runs the system for all
     * @param units        among which he may choose
     */
    record Person(
            String name,
            String localityName,
            boolean supervisor,
            boolean auditor,
            boolean administrator,
            List<Choice> units) {}

    record Choice(String code, String name) {}

    private static final String DEFINITION = "[A-Za-z0-9_.:-]{1,64}";

    /** @param localityName null for all */
    record Steps(String asOf, String localityName, List<StepCount> steps) {}

    private final RunningProcesses processes;
    private final InstanceSheets sheets;
    private final Localities localities;
    private final InstantSource clock;

    CockpitApi(RunningProcesses processes, InstanceSheets sheets, Localities localities, InstantSource clock) {
        this.processes = processes;
        this.sheets = sheets;
        this.localities = localities;
        this.clock = clock;
    }

    @GetMapping("/api/cockpit/person")
    Person person(@AuthenticationPrincipal StaffMember person, @Query Map<String, String> none) {
        return new Person(
                person.displayName(),
                localityName(person),
                person.is(Role.SUPERVISOR),
                person.is(Role.AUDITOR),
                person.administrator(),
                units(person));
    }

    /** Without a definition, of all processes. */
    @GetMapping("/api/cockpit/steps")
    Steps steps(@AuthenticationPrincipal StaffMember person, @Query("definition") Map<String, String> asked) {
        var definition = asked.get("definition");
        if (definition != null && !definition.matches(DEFINITION)) {
            throw new InvalidInput("definition", "没有这个流程定义", "is no id of a definition");
        }
        var now = clock.instant();
        return new Steps(Times.iso(now), localityName(person), processes.steps(definition, person, now));
    }

    @GetMapping("/api/cockpit/instances/{id}")
    InstanceSheet instance(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("id") String id,
            @Query Map<String, String> none) {
        return sheets.of(person, id);
    }

    /** By their names alone, which are understood without that of the locality; across localities with it. */
    private List<Choice> units(StaffMember person) {
        return person.locality() == null
                ? localities.all().stream()
                        .flatMap(l -> l.units().stream().map(u -> new Choice(u.code(), l.name() + " " + u.name())))
                        .toList()
                : localities.get(person.locality()).units().stream()
                        .map(u -> new Choice(u.code(), u.name() + "（" + u.level() + "）"))
                        .toList();
    }

    private String localityName(StaffMember person) {
        return localities
                .find(String.valueOf(person.locality()))
                .map(Locality::name)
                .orElse(null);
    }
}

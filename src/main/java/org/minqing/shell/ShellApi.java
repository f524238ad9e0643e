package org.minqing.shell;

import java.util.List;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The header for the engine's web applications. */
@RestController
class ShellApi {

    /** @param links none of them marked: only the application knows where it is */
    record Shell(String name, List<HeaderLink> links) {}

    private final HeaderLinks links;

    ShellApi(HeaderLinks links) {
        this.links = links;
    }

    @GetMapping("/api/shell")
    Shell shell(@AuthenticationPrincipal StaffMember person) {
        return new Shell(person.displayName(), links.of(person, ""));
    }
}

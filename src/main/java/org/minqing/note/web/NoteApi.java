package org.minqing.note.web;

import java.util.List;
import java.util.Map;
import org.minqing.access.AppealAccess;
import org.minqing.note.NoteLines;
import org.minqing.note.Notes;
import org.minqing.problem.Fields;
import org.minqing.problem.Query;
import org.minqing.problem.Sent;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Notes for programs. The contract is in {@code src/docs/api.md}. */
@RestController
class NoteApi {

    private final AppealAccess access;
    private final Notes notes;
    private final NoteLines lines;

    NoteApi(AppealAccess access, Notes notes, NoteLines lines) {
        this.access = access;
        this.notes = notes;
        this.lines = lines;
    }

    @GetMapping("/api/appeals/{number}/notes")
    Map<String, List<NoteLines.NoteLine>> notes(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @Query Map<String, String> none) {
        return Map.of("notes", lines.of(person, access.visible(person, number)));
    }

    @PostMapping("/api/appeals/{number}/notes")
    Map<String, List<NoteLines.NoteLine>> write(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @Fields({"note", "mention"}) Sent sent) {
        notes.write(person, number, sent.words("note"), sent.words("mention"));
        return notes(person, number, Map.of());
    }

    @PostMapping("/api/appeals/{number}/notes/withdrawal")
    Map<String, List<NoteLines.NoteLine>> withdraw(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @Fields("id") Sent sent) {
        notes.withdraw(person, number, sent.words("id"));
        return notes(person, number, Map.of());
    }
}

package org.minqing.note;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.minqing.appeal.Appeal;
import org.minqing.security.Colleagues;
import org.minqing.security.StaffMember;
import org.minqing.time.Times;
import org.springframework.stereotype.Component;

/** The notes of an appeal as somebody reads them. */
@Component
public class NoteLines {

    /**
     * @param who         unit and post of the author
     * @param text        null once it was withdrawn
     * @param mentioned   name of the colleague who is to look at it; null for nobody
     * @param withdrawnAt null while it stands
     * @param own         whether the reader wrote it
     */
    public record NoteLine(
            String id, String at, String who, String text, String mentioned, String withdrawnAt, boolean own) {}

    private final Notes notes;
    private final Colleagues colleagues;

    NoteLines(Notes notes, Colleagues colleagues) {
        this.notes = notes;
        this.colleagues = colleagues;
    }

    /** Oldest first. The caller has checked that the reader may see the appeal. */
    public List<NoteLine> of(StaffMember reader, Appeal appeal) {
        var all = notes.of(appeal);
        var names = colleagues.names(all.stream()
                .map(Note::mentioned)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return all.stream().map(note -> line(note, reader, names)).toList();
    }

    private static NoteLine line(Note note, StaffMember reader, Map<String, String> names) {
        return new NoteLine(
                String.valueOf(note.id()),
                Times.iso(note.at()),
                note.as(),
                note.text(),
                note.mentioned() == null ? null : names.getOrDefault(note.mentioned(), note.mentioned()),
                note.withdrawnAt() == null ? null : Times.iso(note.withdrawnAt()),
                note.by().equals(reader.userId()));
    }
}

package org.minqing.process.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Answers that name attachments, as a list or as one text with commas: what goes through a form are ids, never the files or what
 * somebody called them.
 */
final class FileIds {

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private FileIds() {}

    /** Null if there are none. */
    static List<UUID> read(Object value) {
        var sent = value instanceof String text ? List.of(text.split(",")) : value;
        if (!(sent instanceof List<?> list)) {
            throw notIds();
        }
        var ids = new ArrayList<UUID>();
        for (var one : list) {
            var id = Objects.toString(one, "").strip();
            if (!id.isEmpty()) {
                if (!id.matches(ID)) {
                    throw notIds();
                }
                ids.add(UUID.fromString(id));
            }
        }
        return ids.isEmpty() ? null : List.copyOf(ids);
    }

    private static BadAnswer notIds() {
        return new BadAnswer("应为已经上传的附件的编号", "must be ids of attachments");
    }
}

package org.minqing.attachment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minqing.code.Ids;
import org.minqing.problem.JsonFields;

/** Reads which attachments somebody means. */
public final class AttachmentIds {

    /** More than any act takes; what an act takes is counted by {@link Attachments#take}. */
    private static final int MOST = 20;

    private AttachmentIds() {}

    /** Empty if it is no id: such an attachment there never was. */
    public static Optional<UUID> find(String text) {
        return Ids.of(text);
    }

    /**
     * The same where nothing else is read.
     *
     * @throws org.minqing.problem.InvalidInput naming what is no id
     */
    public static List<UUID> of(JsonNode list, String field) {
        var in = new JsonFields();
        var ids = read(in, list, field);
        in.done();
        return ids;
    }

    /** Empty if the field is missing or null; what is wrong is told to {@code in}. */
    public static List<UUID> read(JsonFields in, JsonNode list, String field) {
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray() || list.size() > MOST) {
            in.problem(field, "应为附件编号的列表，最多 " + MOST + " 个", "must be a list of at most " + MOST + " ids");
            return List.of();
        }
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < list.size(); i++) {
            var id = list.get(i).isTextual() ? Ids.of(list.get(i).asText()) : Optional.<UUID>empty();
            if (id.isEmpty()) {
                in.problem(field + "[" + i + "]", "不是附件编号", "is no id of an attachment");
            } else {
                ids.add(id.get());
            }
        }
        return ids;
    }
}

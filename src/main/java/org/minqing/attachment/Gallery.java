package org.minqing.attachment;

import java.util.List;

/**
 * The attachments of an appeal as a page shows them: how it was beside how it is now.
 *
 * @param before empty where nothing shows how it is now, like {@code after}: there is nothing to compare
 * @param rest   all others, in the order in which they came
 */
public record Gallery(List<AttachmentLine> before, List<AttachmentLine> after, List<AttachmentLine> rest) {

    public static Gallery of(List<AttachmentLine> all) {
        var after = with(all, AttachmentUse.AFTER);
        var before = after.isEmpty() ? List.<AttachmentLine>of() : with(all, AttachmentUse.BEFORE);
        return new Gallery(
                before,
                after,
                all.stream()
                        .filter(line -> !after.contains(line) && !before.contains(line))
                        .toList());
    }

    private static List<AttachmentLine> with(List<AttachmentLine> all, AttachmentUse use) {
        return all.stream().filter(line -> line.use().equals(use.code())).toList();
    }

    public int count() {
        return before.size() + after.size() + rest.size();
    }
}

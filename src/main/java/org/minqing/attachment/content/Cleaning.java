package org.minqing.attachment.content;

import org.minqing.problem.InvalidInput;
import org.springframework.stereotype.Component;

/** Looks into a file, and takes out what nobody meant to send: place, time and device of a photo or a video. */
@Component
public class Cleaning {

    private final Photos photos;

    Cleaning(PhotoRules rules) {
        photos = new Photos(rules);
    }

    /** @throws InvalidInput if the bytes are of no type that we know, or called like something else */
    public FileType typeOf(byte[] bytes, String name) {
        return FileTypes.of(bytes, name);
    }

    /**
     * The same of a film that does not fit into memory.
     *
     * @throws InvalidInput if it cannot be read
     */
    public Tags tagsOf(Source film) {
        return Boxes.tags(film);
    }

    /** @throws InvalidInput if it cannot be read as what it says it is, or is too large to be looked at */
    public CleanFile clean(byte[] bytes, FileType type) {
        if (type.kind() == org.minqing.attachment.AttachmentKind.PHOTO) {
            return photos.clean(bytes, type);
        }
        return CleanFile.of(type, type.boxes() ? Boxes.withoutTags(bytes) : bytes);
    }
}

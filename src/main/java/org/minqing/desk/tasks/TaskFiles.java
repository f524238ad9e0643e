package org.minqing.desk.tasks;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.minqing.attachment.SentFiles;
import org.minqing.desk.worklist.WorkItem;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** Files that come with the form of a task, where no script has sent them before. */
@Component
class TaskFiles {

    /** The type of a field that takes ids of attachments. */
    static final String TYPE = "files";

    /** Before the key of such a field: under that name the files themselves come. */
    private static final String SENT = "_files_";

    private final SentFiles files;

    TaskFiles(SentFiles files) {
        this.files = files;
    }

    /**
     * Keeps them; the form has their ids from then on.
     *
     * @throws org.minqing.problem.InvalidInput if one of them cannot be taken; those before it are kept
     */
    void keep(
            HttpServletRequest request,
            StaffMember person,
            WorkItem task,
            MultiValueMap<String, MultipartFile> sent,
            Typed typed) {
        for (var field : task.fields()) {
            if (field.type().equals(TYPE) && typed.shows(task, field)) {
                files.keep(
                        request,
                        person.userId(),
                        sent.get(SENT + field.key()),
                        field.key(),
                        id -> typed.values().put(field.key(), List.of(SentFiles.joined(typed.one(field.key()), id))));
            }
        }
    }
}

package org.minqing.attachment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.limits.Limits;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Files that come with a form, where no script has sent them before. */
@Component
public class SentFiles {

    private static final String FIELD = "attachments";

    private final Attachments attachments;
    private final Limits limits;

    SentFiles(Attachments attachments, Limits limits) {
        this.attachments = attachments;
        this.limits = limits;
    }

    /**
     * Keeps them, and writes their ids to what was typed: a form that is refused has them still.
     *
     * @param person user id of the member of staff who sends them; null for a resident
     * @throws InvalidInput if one of them cannot be taken; those before it are kept
     */
    public void keep(HttpServletRequest request, String person, List<MultipartFile> files, Map<String, String> typed) {
        keep(request, person, files, FIELD, id -> typed.merge(FIELD, id, SentFiles::joined));
    }

    /**
     * The same where a form has several places for files.
     *
     * @param field the place, for telling what is wrong
     * @param kept  is told each id, at once
     */
    public void keep(
            HttpServletRequest request, String person, List<MultipartFile> files, String field, Consumer<String> kept) {
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            // A place in the form where nothing was chosen comes as a file without a name.
            if (file.isEmpty()
                    && (file.getOriginalFilename() == null
                            || file.getOriginalFilename().isEmpty())) {
                continue;
            }
            limits.upload(request);
            kept.accept(keep(person, file, field));
        }
    }

    /** Ids with commas between them, as a form has them. */
    public static String joined(String before, String one) {
        return Stream.of(before, one).filter(ids -> !ids.isEmpty()).collect(Collectors.joining(","));
    }

    /**
     * The ids that a form has by now.
     *
     * @throws InvalidInput if one of them is no id
     */
    public static List<UUID> ids(Map<String, String> typed) {
        var list = JsonNodeFactory.instance.arrayNode();
        Stream.of(typed.getOrDefault(FIELD, "").split(","))
                .filter(id -> !id.isEmpty())
                .forEach(list::add);
        return AttachmentIds.of(list, FIELD);
    }

    private String keep(String person, MultipartFile file, String field) {
        try {
            return attachments
                    .keep(new Upload(file.getOriginalFilename(), file.getBytes(), null, person, null))
                    .id()
                    .toString();
        } catch (InvalidInput e) {
            throw new InvalidInput(e.problems().stream()
                    .map(p -> new FieldProblem(field, p.zh(), p.en()))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.minqing.desk.register;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minqing.access.Registrar;
import org.minqing.limits.Limits;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.FieldProblem;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.problem.TextRule;
import org.minqing.problem.TooMany;
import org.minqing.security.StaffMember;
import org.springframework.stereotype.Component;

/** Takes each line of a page down by itself: one that is refused holds up no other. */
@Component
class BatchTaking {

    private static final int LONGEST_NAME = 40;

    private final TakingDown takingDown;
    private final Sources sources;
    private final FieldMessages messages;
    private final Limits limits;

    BatchTaking(TakingDown takingDown, Sources sources, FieldMessages messages, Limits limits) {
        this.takingDown = takingDown;
        this.sources = sources;
        this.messages = messages;
        this.limits = limits;
    }

    /**
     * @return the lines that were filled in, with their numbers or with what is wrong with them
     * @throws InvalidInput if book or page cannot be kept: then no line was taken down
     */
    List<BatchLine> file(StaffMember person, Registrar by, BatchForm form, HttpServletRequest request) {
        check(by, form);
        var book = form.book().isBlank()
                ? by.locality().channelName(form.channel())
                : form.book().strip();
        var answered = new ArrayList<BatchLine>();
        for (var line : form.lines()) {
            if (!line.empty()) {
                answered.add(file(person, by, form, book, line, request));
            }
        }
        return List.copyOf(answered);
    }

    private BatchLine file(
            StaffMember person, Registrar by, BatchForm form, String book, BatchLine line, HttpServletRequest request) {
        try {
            limits.registration(request);
            var receipt = takingDown.file(person, by, line.json(form.channel()), line.key());
            sources.keep(receipt.number(), book, form.page().strip(), line.number());
            return line.filed(receipt.number());
        } catch (InvalidInput e) {
            return line.refused(onPage(e));
        } catch (TooMany e) {
            return line.refused(Map.of("description", e.zh()));
        } catch (Refusal e) {
            if (e.kind() != Refusal.Kind.KEY_REUSED) {
                throw e;
            }
            return line.refused(Map.of("description", e.zh()));
        }
    }

    private static void check(Registrar by, BatchForm form) {
        var flaws = new ArrayList<FieldProblem>();
        TextRule.flaw("book", form.book(), LONGEST_NAME).ifPresent(flaws::add);
        TextRule.flaw("page", form.page(), LONGEST_NAME).ifPresent(flaws::add);
        if (!by.takes(form.channel())) {
            flaws.add(new FieldProblem("channel", "请选择一个渠道", "choose a channel"));
        }
        if (!flaws.isEmpty()) {
            throw new InvalidInput(flaws);
        }
    }

    /** By the names that a line has for its fields. */
    private Map<String, String> onPage(InvalidInput e) {
        var texts = new LinkedHashMap<String, String>();
        messages.of(e).forEach((field, text) -> texts.put(field.substring(field.lastIndexOf('.') + 1), text));
        return texts;
    }
}

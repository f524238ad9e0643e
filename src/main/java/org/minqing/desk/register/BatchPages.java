package org.minqing.desk.register;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.minqing.access.CodeRights;
import org.minqing.access.Registering;
import org.minqing.access.Registrar;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.problem.TextRule;
import org.minqing.security.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Many at once, from the page of a record book or out of a group chat: each line is an appeal, and each is answered. */
@Controller
class BatchPages implements HoldsForm {

    /** A line that was taken down, and what came of it. */
    record Filed(int line, Slip slip) {}

    /** What comes in many lines, the likeliest first. */
    private static final List<String> MANY = List.of("record-book", "wechat-group");

    private static final int MORE = 3;
    private static final int LONGEST_COPY = 50_000;
    private final Registering registering;
    private final BatchTaking taking;
    private final Slips slips;
    private final CodeRights codes;
    private final FieldMessages messages;

    BatchPages(Registering registering, BatchTaking taking, Slips slips, CodeRights codes, FieldMessages messages) {
        this.registering = registering;
        this.taking = taking;
        this.slips = slips;
        this.codes = codes;
        this.messages = messages;
    }

    @GetMapping("/desk/register/batch")
    ModelAndView form(@AuthenticationPrincipal StaffMember person) {
        var by = desk(person);
        var channel = MANY.stream().filter(by::takes).findFirst().orElse("");
        return page(person, by, BatchForm.empty(channel), Map.of());
    }

    /** @param act {@code add} for more lines, {@code split} for what was copied out of a chat; else it is taken down */
    @PostMapping("/desk/register/batch")
    ModelAndView register(
            @AuthenticationPrincipal StaffMember person,
            @RequestParam(name = "act", defaultValue = "") String act,
            @RequestParam(name = "copied", defaultValue = "") String copied,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        var by = desk(person);
        var form = BatchForm.of(sent);
        if (act.equals("add")) {
            return page(person, by, form.with(MORE), Map.of());
        }
        try {
            if (act.equals("split")) {
                return page(person, by, form.with(messages(copied, form)), Map.of());
            }
            return answered(person, by, form, taking.file(person, by, form, request));
        } catch (InvalidInput e) {
            return PageAnswer.badRequest(page(person, by, form, messages.of(e)).addObject("copied", copied));
        }
    }

    /** @throws InvalidInput if they are too long or too many: none of them is left out unsaid */
    private static List<ChatLines.Message> messages(String copied, BatchForm form) {
        TextRule.flaw("copied", copied, LONGEST_COPY).ifPresent(flaw -> {
            throw new InvalidInput(List.of(flaw));
        });
        var messages = ChatLines.split(copied);
        var room = BatchForm.MOST
                - form.lines().stream().filter(line -> !line.empty()).count();
        if (messages.size() > room) {
            throw new InvalidInput("copied", "这一页还能加 " + room + " 行，请分几次粘贴", "has more than " + room + " messages");
        }
        return messages;
    }

    /** Loaded again it is sent again, and each line is what it was: the keys are the same. */
    private ModelAndView answered(StaffMember person, Registrar by, BatchForm form, List<BatchLine> lines) {
        var filed = lines.stream()
                .filter(line -> line.filed() != null)
                .map(line -> new Filed(line.number(), slips.of(codes.takenDown(person, line.filed()))))
                .toList();
        var refused = lines.stream().filter(line -> line.filed() == null).toList();
        if (refused.isEmpty()) {
            return page(person, by, form.turned(), Map.of()).addObject("filed", filed);
        }
        return PageAnswer.badRequest(page(person, by, form.lines(refused), Map.of())
                .addObject("filed", filed)
                .addObject("refused", true));
    }

    private static ModelAndView page(StaffMember person, Registrar by, BatchForm form, Map<String, String> problems) {
        return new ModelAndView("register/batch")
                .addObject("person", person)
                .addObject("form", form)
                .addObject("channels", by.channels())
                .addObject("places", by.places())
                .addObject("problems", problems);
    }

    /** @throws Refusal as if there were no such page */
    private Registrar desk(StaffMember person) {
        return registering.atDesk(person.groups()).orElseThrow(Refusal::notFound);
    }
}

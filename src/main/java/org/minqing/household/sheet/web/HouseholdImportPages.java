package org.minqing.household.sheet.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.code.Coded;
import org.minqing.file.Sheet;
import org.minqing.file.SheetDownload;
import org.minqing.household.sheet.Imports;
import org.minqing.household.sheet.RowError;
import org.minqing.household.sheet.SheetAccess;
import org.minqing.household.sheet.SheetColumn;
import org.minqing.household.sheet.SheetHeadings;
import org.minqing.household.sheet.SheetImport;
import org.minqing.household.sheet.SheetRules;
import org.minqing.household.sheet.export.HouseholdFile;
import org.minqing.page.HoldsForm;
import org.minqing.page.PageAnswer;
import org.minqing.problem.FieldMessages;
import org.minqing.problem.InvalidInput;
import org.minqing.security.StaffMember;
import org.minqing.time.Times;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A sheet of households is sent, looked through, confirmed and followed while it is brought in. */
@Controller
class HouseholdImportPages implements HoldsForm {

    private static final String IMPORT = "/desk/households/import";
    private static final int SHOWN_ERRORS = 50;
    /** More than a sheet has rows and columns. */
    private static final int ALL_ERRORS = 1_000_000;

    record Before(String at, SheetImport sheet) {}

    private final Imports imports;
    private final SheetAccess access;
    private final SheetHeadings headings;
    private final SheetRules rules;
    private final HouseholdFile file;
    private final SheetDownload download;
    private final FieldMessages messages;

    HouseholdImportPages(
            Imports imports,
            SheetAccess access,
            SheetHeadings headings,
            SheetRules rules,
            HouseholdFile file,
            SheetDownload download,
            FieldMessages messages) {
        this.imports = imports;
        this.access = access;
        this.headings = headings;
        this.rules = rules;
        this.file = file;
        this.download = download;
        this.messages = messages;
    }

    @GetMapping(IMPORT)
    ModelAndView ask(@AuthenticationPrincipal StaffMember person) {
        return page(person, Map.of(), Map.of());
    }

    @GetMapping(IMPORT + "/template.xlsx")
    void template(@AuthenticationPrincipal StaffMember person, HttpServletResponse response) throws IOException {
        access.requireBringing(person);
        file.template(person.locality(), response);
    }

    @PostMapping(IMPORT)
    ModelAndView upload(
            @AuthenticationPrincipal StaffMember person,
            @RequestParam(name = "sheet", required = false) MultipartFile file) {
        return done(person, Map.of(), () -> imports.upload(person, bytes(person, file)));
    }

    private byte[] bytes(StaffMember person, MultipartFile file) {
        access.requireBringing(person);
        if (file == null || file.isEmpty()) {
            throw new InvalidInput("sheet", "请选择一个文件", "is required");
        }
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new InvalidInput("sheet", "文件没有收全，请再上传一次", "was not received whole");
        }
    }

    @PostMapping(IMPORT + "/headings")
    ModelAndView change(@AuthenticationPrincipal StaffMember person, @RequestParam MultiValueMap<String, String> sent) {
        var typed = new LinkedHashMap<String, String>();
        for (var column : SheetColumn.values()) {
            var heading = String.valueOf(sent.getFirst(column.code())).strip();
            if (sent.containsKey(column.code()) && !heading.isEmpty()) {
                typed.put(column.code(), heading);
            }
        }
        return done(person, typed, () -> headings.change(person, typed));
    }

    @PostMapping(IMPORT + "/{sheet}/run")
    ModelAndView run(@AuthenticationPrincipal StaffMember person, @PathVariable("sheet") String sheet) {
        return done(person, Map.of(), () -> imports.confirm(person, sheet));
    }

    @PostMapping(IMPORT + "/{sheet}/discard")
    ModelAndView discard(@AuthenticationPrincipal StaffMember person, @PathVariable("sheet") String sheet) {
        return done(person, Map.of(), () -> imports.discard(person, sheet));
    }

    /** Which row, which column and what is wrong; nothing of what stands there. */
    @GetMapping(IMPORT + "/{sheet}/errors.xlsx")
    void errors(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("sheet") String sheet,
            HttpServletResponse response)
            throws IOException {
        var lines = imports.errors(person, sheet, ALL_ERRORS).stream()
                .map(error -> List.of(String.valueOf(error.row()), error.field(), error.wrong()))
                .toList();
        var table = new Sheet(
                "household-errors", "有误的行", List.of(), List.of("行", "栏", "问题"), new double[] {8, 16, 70}, lines);
        download.xlsx(table, person.locality(), response);
    }

    /** Does it and shows the page anew; where it cannot be done, the page with what is wrong. */
    private ModelAndView done(StaffMember person, Map<String, String> typed, Runnable act) {
        return PageAnswer.after(
                act,
                IMPORT,
                e -> page(person, typed, messages.of(e)),
                e -> page(person, typed, Map.of()).addObject("refused", e.zh()));
    }

    private ModelAndView page(StaffMember person, Map<String, String> typed, Map<String, String> problems) {
        var all = imports.newest(person);
        var last = all.isEmpty() ? null : all.get(0);
        var names = headings.of(person.locality()).entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().code(),
                        entry -> typed.getOrDefault(entry.getKey().code(), entry.getValue())));
        return new ModelAndView("households/import")
                .addObject("person", person)
                .addObject("last", last)
                .addObject("his", last != null && last.by().equals(person.userId()))
                .addObject(
                        "before",
                        all.stream()
                                .skip(1)
                                .map(one -> new Before(Times.iso(one.brought()), one))
                                .toList())
                .addObject("errors", errors(person, last))
                .addObject("mostErrors", SHOWN_ERRORS)
                .addObject("wrongRows", last == null ? 0 : imports.wrongRows(last))
                .addObject("rules", rules)
                .addObject(
                        "columns",
                        Stream.of(SheetColumn.values()).map(Coded::code).toList())
                .addObject("names", names)
                .addObject("problems", problems);
    }

    private List<RowError> errors(StaffMember person, SheetImport last) {
        return last == null ? List.of() : imports.errors(person, last.id().toString(), SHOWN_ERRORS);
    }
}

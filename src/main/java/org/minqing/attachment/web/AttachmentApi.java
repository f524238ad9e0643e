package org.minqing.attachment.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minqing.access.AppealAccess;
import org.minqing.access.Capacity;
import org.minqing.appeal.Appeals;
import org.minqing.attachment.AddedFiles;
import org.minqing.attachment.AttachmentIds;
import org.minqing.attachment.AttachmentLine;
import org.minqing.attachment.Attachments;
import org.minqing.attachment.Upload;
import org.minqing.limits.Limits;
import org.minqing.problem.Fields;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.problem.Sent;
import org.minqing.security.StaffMember;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Sends attachments in, and out again to whoever may see their appeal. The contract is in {@code src/docs/api.md}. */
@RestController
class AttachmentApi {

    private final Attachments attachments;
    private final AttachmentAnswer answer;
    private final AddedFiles added;
    private final Capacity capacity;
    private final Appeals appeals;
    private final AppealAccess access;
    private final Limits limits;

    AttachmentApi(
            Attachments attachments,
            AttachmentAnswer answer,
            AddedFiles added,
            Capacity capacity,
            Appeals appeals,
            AppealAccess access,
            Limits limits) {
        this.attachments = attachments;
        this.answer = answer;
        this.added = added;
        this.capacity = capacity;
        this.appeals = appeals;
        this.access = access;
        this.limits = limits;
    }

    @PostMapping("/api/attachments")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> send(
            HttpServletRequest request,
            @AuthenticationPrincipal StaffMember person,
            @RequestParam(name = "file", required = false) MultipartFile file,
            @RequestParam(name = "sha256", required = false) String sha256,
            @RequestHeader(name = "Idempotency-Key", required = false) String key)
            throws IOException {
        limits.upload(request);
        if (file == null) {
            throw new InvalidInput("file", "请选择一个文件", "is required");
        }
        if (key != null && !key.matches("[\\x21-\\x7e]{32,64}")) {
            throw new InvalidInput(
                    "Idempotency-Key", "请求头应为 32 到 64 个可见字符", "header must be 32 to 64 printable characters");
        }
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        var kept = attachments.keep(
                new Upload(name, file.getBytes(), sha256, person == null ? null : person.userId(), key));
        var told = new LinkedHashMap<String, Object>();
        told.put("id", kept.id());
        told.put("kind", kept.kind().code());
        told.put("type", kept.type());
        told.put("bytes", kept.bytes());
        told.put("sha256", kept.sha256());
        return told;
    }

    @PostMapping("/api/track/{code}/attachments")
    Map<String, Object> addByResident(@PathVariable("code") String code, @Fields("attachments") Sent sent) {
        added.byResident(code, ids(sent));
        var appeal = appeals.findByTrackingCode(code).orElseThrow(Refusal::notFound);
        return Map.of("attachments", AttachmentLine.of(attachments, appeal));
    }

    @PostMapping("/api/appeals/{number}/attachments")
    Map<String, Object> addByStaff(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @Fields({"use", "attachments"}) Sent sent) {
        var appeal = access.summarisable(person, number);
        added.byStaff(number, capacity.of(person, appeal), AddingPages.use(sent.words("use")), ids(sent));
        return Map.of("attachments", AttachmentLine.ofAll(attachments, appeal));
    }

    private static List<UUID> ids(Sent sent) {
        return AttachmentIds.of(sent.json().path("attachments"), "attachments");
    }

    /** What whoever holds the tracking code sees. */
    @GetMapping({"/api/track/{code}/attachments/{id}", "/track/{code}/attachments/{id}"})
    ResponseEntity<Resource> tracked(
            @PathVariable("code") String code,
            @PathVariable("id") String id,
            @RequestParam(name = "small", required = false) String small) {
        var appeal = appeals.findByTrackingCode(code).orElseThrow(Refusal::notFound);
        return answer.of(attachments.get(appeal, id), small != null);
    }

    @GetMapping({"/api/appeals/{number}/attachments/{id}", "/desk/appeals/{number}/attachments/{id}"})
    ResponseEntity<Resource> seen(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("number") String number,
            @PathVariable("id") String id,
            @RequestParam(name = "small", required = false) String small) {
        return answer.of(attachments.getForStaff(access.visible(person, number), id), small != null);
    }
}

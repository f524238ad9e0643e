package org.minqing.attachment.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.minqing.attachment.AttachmentIds;
import org.minqing.attachment.LargeFiles;
import org.minqing.attachment.resumable.ResumableUpload;
import org.minqing.attachment.resumable.ResumableUploads;
import org.minqing.limits.Limits;
import org.minqing.problem.InvalidInput;
import org.minqing.problem.Refusal;
import org.minqing.security.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * A large file in parts, by tus 1.0.0: core, creation, expiration and termination. The contract is in {@code src/docs/api.md};
 * what is refused is told as everywhere else.
 */
@RestController
class UploadApi {

    private static final String VERSION = "1.0.0";
    private static final String RESUMABLE = "Tus-Resumable";
    private static final String PART = "application/offset+octet-stream";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";
    private static final Pattern ENDING = Pattern.compile("\\.[a-z0-9]{1,10}");

    private final ResumableUploads uploads;
    private final LargeFiles files;
    private final Limits limits;

    UploadApi(ResumableUploads uploads, LargeFiles files, Limits limits) {
        this.uploads = uploads;
        this.files = files;
        this.limits = limits;
    }

    @RequestMapping(path = "/api/uploads", method = RequestMethod.OPTIONS)
    ResponseEntity<Void> can() {
        return ResponseEntity.noContent()
                .header(RESUMABLE, VERSION)
                .header("Tus-Version", VERSION)
                .header("Tus-Extension", "creation,expiration,termination")
                .header("Tus-Max-Size", String.valueOf(files.largest()))
                .build();
    }

    @PostMapping("/api/uploads")
    ResponseEntity<Void> begin(
            HttpServletRequest request,
            @AuthenticationPrincipal StaffMember person,
            @RequestHeader(name = RESUMABLE, required = false) String version,
            @RequestHeader(name = LENGTH, required = false) String length,
            @RequestHeader(name = "Upload-Metadata", defaultValue = "") String metadata) {
        requireVersion(version);
        limits.upload(request);
        var upload = uploads.begin(number(LENGTH, length), ending(metadata), userId(person));
        return answer(HttpStatus.CREATED, upload, "Location", "/api/uploads/" + upload.id());
    }

    @RequestMapping(path = "/api/uploads/{id}", method = RequestMethod.HEAD)
    ResponseEntity<Void> stands(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("id") String id,
            @RequestHeader(name = RESUMABLE, required = false) String version) {
        requireVersion(version);
        var upload = uploads.get(id(id), userId(person));
        return answer(HttpStatus.OK, upload, LENGTH, String.valueOf(upload.length()));
    }

    @PatchMapping("/api/uploads/{id}")
    ResponseEntity<Void> go(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("id") String id,
            @RequestHeader(name = RESUMABLE, required = false) String version,
            @RequestHeader(name = OFFSET, required = false) String offset,
            @RequestHeader(name = "Content-Type", required = false) String type,
            @RequestBody(required = false) byte[] part) {
        requireVersion(version);
        if (!PART.equals(type)) {
            throw new Refusal(
                    Refusal.Kind.NOT_JSON, "请求的类型应为 " + PART + "。", "The type of the request must be " + PART + ".");
        }
        var bytes = part == null ? new byte[0] : part;
        var upload = uploads.append(id(id), userId(person), number(OFFSET, offset), bytes);
        return answer(HttpStatus.NO_CONTENT, upload, LENGTH, String.valueOf(upload.length()));
    }

    @DeleteMapping("/api/uploads/{id}")
    ResponseEntity<Void> end(
            @AuthenticationPrincipal StaffMember person,
            @PathVariable("id") String id,
            @RequestHeader(name = RESUMABLE, required = false) String version) {
        requireVersion(version);
        uploads.end(id(id), userId(person));
        return ResponseEntity.noContent().header(RESUMABLE, VERSION).build();
    }

    private static ResponseEntity<Void> answer(HttpStatus status, ResumableUpload upload, String name, String value) {
        return ResponseEntity.status(status)
                .header(RESUMABLE, VERSION)
                .header("Cache-Control", "no-store")
                .header(OFFSET, String.valueOf(upload.received()))
                .header(
                        "Upload-Expires",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                upload.expiresAt().atOffset(ZoneOffset.UTC)))
                .header(name, value)
                .build();
    }

    private static void requireVersion(String version) {
        if (!VERSION.equals(version)) {
            throw new Refusal(
                    Refusal.Kind.OTHER_VERSION,
                    "只懂 tus " + VERSION + "，请求头 " + RESUMABLE + " 必填。",
                    "Only tus " + VERSION + " is spoken here; the header " + RESUMABLE + " says so.");
        }
    }

    /** Unknown and malformed look alike. */
    private static UUID id(String text) {
        return AttachmentIds.find(text).orElseThrow(Refusal::notFound);
    }

    private static long number(String header, String text) {
        if (text == null || !text.matches("[0-9]{1,18}")) {
            throw new InvalidInput(header, "请求头必填，应为整数", "header must be a whole number");
        }
        return Long.parseLong(text);
    }

    /**
     * Of {@code filename} among pairs of a name and a value in base 64. The name itself is not kept; an ending longer than any that
     * we know is none of ours.
     */
    private static String ending(String metadata) {
        for (var pair : metadata.split(",")) {
            var words = pair.strip().split(" ");
            if (words.length == 2 && words[0].equals("filename")) {
                var name = decoded(words[1]);
                var dot = name.lastIndexOf('.');
                var ending = dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
                return ending.isEmpty() || ENDING.matcher(ending).matches() ? ending : ".unknown";
            }
        }
        return "";
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("Upload-Metadata", "请求头格式不正确", "header is not as tus has it");
        }
    }

    private static String userId(StaffMember person) {
        return person == null ? null : person.userId();
    }
}

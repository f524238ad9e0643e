package org.minqing.attachment.web;

import org.minqing.attachment.Attachment;
import org.minqing.attachment.AttachmentKind;
import org.minqing.attachment.Attachments;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * How an attachment is sent: as what it was found to be and as nothing else, so that a browser runs nothing that is in it. A
 * player asks for a part of it; parts are answered by the framework ({@code Range}).
 */
@Component
public class AttachmentAnswer {

    private final Attachments attachments;

    AttachmentAnswer(Attachments attachments) {
        this.attachments = attachments;
    }

    /** The caller has checked that whoever asks may see it. */
    public ResponseEntity<Resource> of(Attachment attachment, boolean small) {
        var photo = attachment.kind() == AttachmentKind.PHOTO;
        var name = attachment.kind().code() + "-" + attachment.id().toString().substring(0, 8);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.type()))
                .eTag("\"" + attachment.sha256() + (small ? "-small" : "") + "\"")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (attachment.kind() == AttachmentKind.DOCUMENT
                                        ? ContentDisposition.attachment()
                                        : ContentDisposition.inline())
                                .filename(name + (photo ? ".jpg" : ""))
                                .build()
                                .toString())
                .body(attachments.file(attachment, small));
    }
}

package org.minqing.attachment;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.minqing.attachment.content.FileType;
import org.minqing.attachment.content.PhotoRules;
import org.minqing.code.Coded;
import org.minqing.policy.PolicyFile;
import org.minqing.problem.InvalidInput;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * The rules of {@code attachments.yml}.
 *
 * @param mostOfAppeal   so many attachments of one appeal
 * @param shortestReason characters of the reason for hiding one
 */
record AttachmentRules(
        List<FileType> taken,
        Map<AttachmentKind, OfKind> kinds,
        int mostOfAppeal,
        int shortestReason,
        Duration unusedFor,
        long unusedTogether,
        Duration unfinishedFor,
        PhotoRules photo) {

    /**
     * @param most      so many with one act
     * @param largest   in bytes
     * @param staffOnly residents send none
     */
    record OfKind(int most, long largest, boolean staffOnly) {}

    private record Kind(int most, String largest, boolean staffOnly) {}

    private record File(
            List<String> taken,
            Map<String, Kind> kinds,
            int mostOfAppeal,
            int shortestReason,
            String unusedFor,
            String unusedTogether,
            String unfinishedFor,
            PhotoRules photo) {}

    /** @throws IllegalStateException if the file cannot be used */
    static AttachmentRules read(PolicyFile policy) {
        var file = policy.read(File.class);
        try {
            return of(file);
        } catch (IllegalArgumentException | java.time.format.DateTimeParseException e) {
            throw new IllegalStateException("attachments.yml: " + e.getMessage(), e);
        }
    }

    private static AttachmentRules of(File file) {
        var kinds = Stream.of(AttachmentKind.values())
                .collect(java.util.stream.Collectors.toMap(kind -> kind, kind -> ofKind(file, kind)));
        if (file.kinds.size() != kinds.size()) {
            throw new IllegalArgumentException("kinds are photo, voice, video and document");
        }
        var unusedFor = Duration.parse(file.unusedFor);
        var unfinishedFor = Duration.parse(file.unfinishedFor);
        if (unfinishedFor.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("unfinishedFor is an hour or more");
        }
        if (file.mostOfAppeal < 1 || file.shortestReason < 1 || unusedFor.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException(
                    "mostOfAppeal and shortestReason are 1 or more, unusedFor an hour or more");
        }
        return new AttachmentRules(
                file.taken.stream().map(code -> Coded.of(FileType.class, code)).toList(),
                kinds,
                file.mostOfAppeal,
                file.shortestReason,
                unusedFor,
                DataSize.parse(file.unusedTogether).toBytes(),
                unfinishedFor,
                file.photo);
    }

    private static OfKind ofKind(File file, AttachmentKind kind) {
        var rules = file.kinds.get(kind.code());
        if (rules == null || rules.most < 1) {
            throw new IllegalArgumentException("kinds: " + kind.code() + " is missing, or most is not 1 or more");
        }
        return new OfKind(rules.most, DataSize.parse(rules.largest).toBytes(), rules.staffOnly);
    }

    /** The largest file of any kind. */
    long largest() {
        return kinds.values().stream().mapToLong(OfKind::largest).max().orElseThrow();
    }

    /**
     * @param staff whether a member of staff sends it
     * @throws InvalidInput if such a file is not taken, or it is too large
     */
    void check(FileType type, long bytes, boolean staff) {
        var rule = of(type.kind());
        var label = type.kind().label();
        if (!taken.contains(type) || rule.staffOnly() && !staff) {
            throw new InvalidInput("file", "这里不收这种" + label, "files of this type are not taken here");
        }
        if (bytes > rule.largest()) {
            var most = rule.largest() >> 20;
            throw new InvalidInput("file", label + "太大，最大 " + most + " MB", "is larger than " + most + " MB");
        }
    }

    OfKind of(AttachmentKind kind) {
        return kinds.get(kind);
    }

    /** Reads the file when the program starts. */
    @Configuration(proxyBeanMethods = false)
    static class Reading {

        @Bean
        AttachmentRules attachmentRules() {
            return read(new PolicyFile("attachments.yml"));
        }

        @Bean
        UnfinishedRule unfinishedRule(AttachmentRules rules) {
            return new UnfinishedRule(rules.unfinishedFor());
        }

        @Bean
        PhotoRules photoRules(AttachmentRules rules) {
            return rules.photo();
        }
    }
}

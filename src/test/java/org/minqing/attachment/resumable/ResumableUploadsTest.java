package org.minqing.attachment.resumable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.minqing.support.Stored.problem;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.minqing.attachment.LargeFiles;
import org.minqing.attachment.UnfinishedRule;
import org.minqing.attachment.content.Sample;
import org.minqing.problem.Refusal;
import org.minqing.support.Api;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** A large film comes in parts, by tus 1.0.0, whatever breaks on the way, and is cleaned like every other. */
@MinqingTest
class ResumableUploadsTest extends AppealRules {

    @Autowired
    ResumableUploads uploads;

    @Autowired
    LargeFiles files;

    @Autowired
    UnfinishedRule rule;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    InstantSource clock;

    private Api.Answer tus(Api as, String method, String path, byte[] body, String... headers) throws Exception {
        var request = as.request(path)
                .setHeader("Tus-Resumable", "1.0.0")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return as.send(request);
    }

    private String begun(Api as, long length, String name) throws Exception {
        var metadata = "filename " + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        var answer = tus(
                as, "POST", "/api/uploads", null, "Upload-Length", String.valueOf(length), "Upload-Metadata", metadata);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return answer.raw().headers().firstValue("Location").orElseThrow();
    }

    private Api.Answer part(Api as, String upload, byte[] whole, int from, int end) throws Exception {
        return tus(
                as,
                "PATCH",
                upload,
                Arrays.copyOfRange(whole, from, end),
                "Content-Type",
                "application/offset+octet-stream",
                "Upload-Offset",
                String.valueOf(from));
    }

    private long offset(Api as, String upload) throws Exception {
        var answer = tus(as, "HEAD", upload, null);
        assertThat(answer.status()).isEqualTo(200);
        return answer.raw().headers().firstValueAsLong("Upload-Offset").orElseThrow();
    }

    private static String id(String upload) {
        return upload.substring(upload.lastIndexOf('/') + 1);
    }

    private static byte[] noise(int length) {
        var noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }

    /** Larger than what one request carries, its place in a box that lies across two parts. */
    private static byte[] largeFilm() {
        return Sample.concat(Sample.film("isom"), Sample.box("mdat", noise(21 * 1024 * 1024)), Sample.film("isom"));
    }

    private byte[] seen(String number, String id) throws Exception {
        var request = api.as("ganshui-supervisor").request("/api/appeals/" + number + "/attachments/" + id);
        var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void aFilmTooLargeForOneRequestArrivesCleaned() throws Exception {
        var film = largeFilm();
        var upload = begun(api, film.length, "VID_1.mp4");
        var step = 5_000_003;
        for (int from = 0; from < film.length; from += step) {
            var answer = part(api, upload, film, from, Math.min(film.length, from + step));
            assertThat(answer.status()).as(answer.raw().body()).isEqualTo(204);
        }
        assertThat(offset(api, upload)).isEqualTo(film.length);
        var appeal = anAppeal().with(List.of(id(upload))).submitted();
        var kept = seen(appeal.number(), id(upload));
        assertThat(kept).hasSameSizeAs(film);
        var text = new String(kept, StandardCharsets.ISO_8859_1);
        assertThat(text.contains(Sample.PLACE)).isFalse();
        assertThat(text.contains("film film film")).isTrue();
        assertThat(jdbc.sql("select sha256 from attachment where id = cast(? as uuid)")
                        .param(id(upload))
                        .query(String.class)
                        .single())
                .isEqualTo(DigestUtils.sha256Hex(kept));
        assertThat(parts(upload)).isZero();
    }

    @Test
    void afterABrokenConnectionItGoesOnWhereItStandsAndNothingIsTakenTwice() throws Exception {
        var film = Sample.concat(Sample.film("isom"), Sample.box("free", noise(600_000)));
        var upload = begun(api, film.length, "VID_2.mp4");
        assertThat(part(api, upload, film, 0, 300_000).status()).isEqualTo(204);
        // Its answer was lost: the same part comes again.
        assertThat(part(api, upload, film, 0, 300_000).status()).isEqualTo(409);
        assertThat(part(api, upload, film, 300_001, 400_000).status()).isEqualTo(409);
        assertThat(offset(api, upload)).isEqualTo(300_000);
        assertThat(part(api, upload, film, 300_000, film.length).status()).isEqualTo(204);
        assertThat(part(api, upload, film, film.length, film.length).status()).isEqualTo(409);
        var appeal = anAppeal().with(List.of(id(upload))).submitted();
        assertThat(seen(appeal.number(), id(upload))).hasSameSizeAs(film);
    }

    @Test
    void whatBeganAtOneNodeGoesOnAtAnother() throws Exception {
        var film = Sample.concat(Sample.film("isom"), Sample.box("free", noise(500_000)));
        var upload = begun(api, film.length, "VID_3.mp4");
        assertThat(part(api, upload, film, 0, 200_000).status()).isEqualTo(204);
        var other = new ResumableUploads(new UploadRows(jdbc), files, rule, transaction, clock);
        var id = UUID.fromString(id(upload));
        assertThat(other.get(id, null).received()).isEqualTo(200_000);
        assertThat(other.append(id, null, 200_000, Arrays.copyOfRange(film, 200_000, film.length))
                        .finished())
                .isTrue();
        assertThat(offset(api, upload)).isEqualTo(film.length);
        anAppeal().with(List.of(id(upload))).submitted();
    }

    /** All of it was acknowledged, and the node died before it became an attachment. */
    @Test
    void whatANodeLeftUnfinishedIsFinishedWhenSomebodyAsks() throws Exception {
        var film = Sample.film("isom");
        var upload = begun(api, film.length, "VID_4.mp4");
        var rows = new UploadRows(jdbc);
        rows.add(rows.find(UUID.fromString(id(upload))).orElseThrow(), film);
        assertThat(offset(api, upload)).isEqualTo(film.length);
        anAppeal().with(List.of(id(upload))).submitted();
    }

    @Test
    void whatIsNotTakenIsRefusedAndGone() throws Exception {
        var page = Sample.ascii("<svg onload='alert(1)'/>");
        var upload = begun(api, page.length, "a.mp4");
        refused(part(api, upload, page, 0, page.length), 400, "file");
        assertThat(tus(api, "HEAD", upload, null).status()).isEqualTo(404);
        var liar = Arrays.copyOf(Sample.film("isom"), 300);
        var other = begun(api, liar.length, "a.mp4");
        refused(part(api, other, liar, 0, liar.length), 400, "file");
        assertThat(parts(upload) + parts(other)).isZero();
        assertThat(jdbc.sql("select count(*) from attachment where id::text in (?, ?)")
                        .params(id(upload), id(other))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void moreThanWasAnnouncedOrIsTakenIsRefusedWithAReason() throws Exception {
        var upload = begun(api, 100, "a.mp4");
        refused(part(api, upload, noise(200), 0, 101), 400, "file");
        assertThat(offset(api, upload)).isZero();
        refused(tus(api, "POST", "/api/uploads", null, "Upload-Length", "5000000000"), 400, "file");
        refused(tus(api, "POST", "/api/uploads", null, "Upload-Length", "0"), 400, "file");
        refused(tus(api, "POST", "/api/uploads", null, "Upload-Length", "-1"), 400, "Upload-Length");
        refused(tus(api, "POST", "/api/uploads", null), 400, "Upload-Length");
        var photo = Sample.concat(Sample.jpeg(40, 30), noise(16 * 1024 * 1024));
        var large = begun(api, photo.length, "a.jpg");
        refused(part(api, large, photo, 0, photo.length), 400, "file");
    }

    @Test
    void aSmallPhotoMayComeThatWayToo() throws Exception {
        var photo = Sample.jpegWithPlace(800, 600, 6);
        var upload = begun(api, photo.length, "IMG_1.jpg");
        assertThat(part(api, upload, photo, 0, photo.length).status()).isEqualTo(204);
        var appeal = anAppeal().with(List.of(id(upload))).submitted();
        assertThat(new String(seen(appeal.number(), id(upload)), StandardCharsets.ISO_8859_1))
                .doesNotContain(Sample.PLACE);
    }

    @Test
    void thatOfAMemberOfStaffIsHisAlone() throws Exception {
        var handler = api.as("ganshui-secretary-erju");
        var upload = begun(handler, 100, "a.mp4");
        for (var other : List.of(api, api.as("ganshui-grid-02"))) {
            assertThat(tus(other, "HEAD", upload, null).status()).isEqualTo(404);
            refused(part(other, upload, noise(100), 0, 50), 404);
            refused(tus(other, "DELETE", upload, null), 404);
        }
        assertThat(offset(handler, upload)).isZero();
        assertThat(tus(handler, "DELETE", upload, null).status()).isEqualTo(204);
        assertThat(tus(handler, "HEAD", upload, null).status()).isEqualTo(404);
    }

    @Test
    void whatNeverEndsIsForgotten() throws Exception {
        var upload = begun(api, 1000, "a.mp4");
        assertThat(part(api, upload, noise(1000), 0, 500).status()).isEqualTo(204);
        time.pass("PT11H");
        uploads.forget();
        assertThat(offset(api, upload)).isEqualTo(500);
        time.pass("PT2H");
        assertThat(tus(api, "HEAD", upload, null).status()).isEqualTo(404);
        assertThat(parts(upload)).isPositive();
        uploads.forget();
        assertThat(parts(upload)).isZero();
    }

    @Test
    void itSaysWhatItCanAndSpeaksOneVersion() throws Exception {
        var can = tus(api, "OPTIONS", "/api/uploads", null);
        assertThat(can.status()).isEqualTo(204);
        assertThat(can.raw().headers().firstValue("Tus-Version")).contains("1.0.0");
        assertThat(can.raw().headers().firstValue("Tus-Extension")).contains("creation,expiration,termination");
        assertThat(can.raw().headers().firstValueAsLong("Tus-Max-Size").orElse(0))
                .isEqualTo(100L << 20);
        refused(tus(api, "POST", "/api/uploads", null, "Upload-Length", "10", "Tus-Resumable", "0.2.2"), 412);
        var upload = begun(api, 100, "a.mp4");
        refused(tus(api, "PATCH", upload, noise(10), "Upload-Offset", "0", "Content-Type", "text/plain"), 415);
        refused(
                tus(
                        api,
                        "PATCH",
                        "/api/uploads/1",
                        noise(10),
                        "Content-Type",
                        "application/offset+octet-stream",
                        "Upload-Offset",
                        "0"),
                404);
    }

    @Test
    void whoseOffsetIsWrongHearsItAsEverybodyHearsOfAConflict() {
        var begun = uploads.begin(100, ".mp4", null);
        var refusal = catchThrowableOfType(Refusal.class, () -> uploads.append(begun.id(), null, 7, noise(10)));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
    }

    private long parts(String upload) {
        return jdbc.sql("select count(*) from attachment_upload_part where upload = cast(? as uuid)")
                .param(id(upload))
                .query(Long.class)
                .single();
    }

    private static void refused(Api.Answer answer, int status, String... fields) {
        problem(answer, status, fields);
    }
}

package org.minqing.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minqing.support.Stored.problem;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.minqing.attachment.content.Sample;
import org.minqing.support.Api;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Uploading;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** A photo belongs to the appeal that it was filed with, to nobody else, and is read by whoever may see that. */
@MinqingTest
class AttachmentsTest extends AppealRules {

    @Autowired
    Sweeping sweeping;

    private Api.Answer sent(byte[] bytes, String name) {
        return new Uploading(api).send(bytes, name, null);
    }

    private String kept(byte[] bytes, String name) {
        var answer = sent(bytes, name);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    private static String photo() {
        return "IMG_0001.jpg";
    }

    private HttpResponse<byte[]> get(Api as, String path, String... headers) throws Exception {
        var request = as.request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void whoFollowsTheAppealAndWhoHandlesItSeeThePhotoAndNobodyElse() throws Exception {
        var id = kept(Sample.jpegWithPlace(800, 600, 6), photo());
        var appeal = anAppeal().with(List.of(id)).submitted();
        var path = "/attachments/" + id;
        assertThat(get(api, "/api/track/" + appeal.code() + path).statusCode()).isEqualTo(200);
        assertThat(get(api, "/track/" + appeal.code() + path + "?small").statusCode())
                .isEqualTo(200);
        assertThat(get(api.as("ganshui-grid-01"), "/api/appeals/" + appeal.number() + path)
                        .statusCode())
                .isEqualTo(200);
        for (var other : List.of("ganshui-grid-02", "shibu-supervisor")) {
            assertThat(get(api.as(other), "/api/appeals/" + appeal.number() + path)
                            .statusCode())
                    .as(other)
                    .isEqualTo(404);
        }
        var another = anAppeal().submitted();
        assertThat(get(api, "/api/track/" + another.code() + path).statusCode()).isEqualTo(404);
        assertThat(get(api.as("ganshui-grid-01"), "/api/appeals/" + another.number() + path)
                        .statusCode())
                .isEqualTo(404);
        assertThat(api.get("/api/track/" + appeal.code()).json().path("attachments"))
                .singleElement()
                .satisfies(a -> assertThat(a.path("label").asText()).isEqualTo("反映时所附的照片"));
    }

    @Test
    void itIsSentAsWhatItIsInPartsAndRunsNothing() throws Exception {
        var film = Sample.concat(Sample.film("isom"), Sample.box("free", new byte[700_000]));
        var id = kept(film, "VID_1.mp4");
        var appeal = anAppeal().with(List.of(id)).submitted();
        var path = "/api/track/" + appeal.code() + "/attachments/" + id;
        var whole = get(api, path);
        assertThat(whole.body()).hasSize(film.length);
        assertThat(whole.headers().firstValue("Content-Type")).contains("video/mp4");
        // What was hidden, or is seen on a computer that many use, lies in no browser.
        assertThat(whole.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(whole.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(whole.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'; sandbox");
        assertThat(whole.headers().firstValue("ETag")).contains("\"" + DigestUtils.sha256Hex(whole.body()) + "\"");
        var part = get(api, path, "Range", "bytes=262100-262200");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 262100-262200/" + film.length);
        assertThat(part.body()).isEqualTo(java.util.Arrays.copyOfRange(whole.body(), 262100, 262201));
    }

    /** A disk that forgets, or somebody who reaches below the program. */
    @Test
    void whatIsNotWhatWasKeptIsNotSent() throws Exception {
        var id = kept(Sample.jpeg(80, 60), photo());
        jdbc.sql(
                        "update attachment_piece set bytes = overlay(bytes placing '\\x00'::bytea from 40) where attachment = cast(? as uuid)")
                .param(id)
                .update();
        var appeal = anAppeal().with(List.of(id)).submitted();
        var answer = get(api, "/api/track/" + appeal.code() + "/attachments/" + id);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body().length).isLessThan(2000);
    }

    @Test
    void oneIsUsedOnce() {
        var id = kept(Sample.jpeg(80, 60), photo());
        anAppeal().with(List.of(id)).submitted();
        problem(anAppeal().with(List.of(id)).sent(), 400, "attachments[0]");
        var other = kept(Sample.jpeg(80, 60), photo());
        problem(anAppeal().with(List.of(other, other)).sent(), 400, "attachments[1]");
        problem(anAppeal().with(List.of(UUID.randomUUID().toString())).sent(), 400, "attachments[0]");
        problem(anAppeal().with(List.of("../../etc/passwd")).sent(), 400, "attachments[0]");
        // What was refused used nothing up.
        anAppeal().with(List.of(other)).submitted();
    }

    /** The answer to a photo was lost, and the telephone sends it again. */
    @Test
    void whatComesAgainWithItsKeyIsTheSameOne() {
        var photo = Sample.jpeg(80, 60);
        var key = UUID.randomUUID().toString();
        var worker = new Uploading(api.as("ganshui-grid-01"));
        var first = worker.send(photo, photo(), null, key).json().path("id").asText();
        assertThat(worker.send(photo, photo(), null, key).json().path("id").asText())
                .isEqualTo(first);
        assertThat(worker.send(Sample.jpeg(40, 30), photo(), null, key)
                        .json()
                        .path("id")
                        .asText())
                .as("other bytes")
                .isNotEqualTo(first);
        assertThat(new Uploading(api.as("ganshui-grid-02"))
                        .send(photo, photo(), null, key)
                        .json()
                        .path("id")
                        .asText())
                .as("of somebody else")
                .isNotEqualTo(first);
        problem(worker.send(photo, photo(), null, "short"), 400, "Idempotency-Key");
    }

    @Test
    void whoseAppealWasMergedAddsPhotosAndWhoHandlesTheMatterSeesThem() throws Exception {
        var original = anAppeal().submitted();
        var merged = anAppeal().submitted().mergedInto(original);
        var id = kept(Sample.jpeg(80, 60), photo());
        var added = api.post(
                "/api/track/" + merged.appeal("tracking_code") + "/attachments", "{\"attachments\":[\"" + id + "\"]}");
        assertThat(added.status()).as(added.raw().body()).isEqualTo(200);
        assertThat(added.json().path("attachments")).hasSize(1);
        var sheet = api.as("ganshui-grid-01")
                .get("/api/appeals/" + original.number())
                .json();
        assertThat(sheet.at("/attachments/0/id").asText()).isEqualTo(id);
        assertThat(get(api.as("ganshui-grid-01"), "/api/appeals/" + original.number() + "/attachments/" + id)
                        .statusCode())
                .isEqualTo(200);
        // Another resident does not see it.
        assertThat(api.get("/api/track/" + original.appeal("tracking_code"))
                        .json()
                        .path("attachments"))
                .isEmpty();
        assertThat(get(api, "/track/" + original.appeal("tracking_code") + "/attachments/" + id)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void nobodyTakesWhatAMemberOfStaffSentButHimself() {
        var answer = new Uploading(api.as("ganshui-registrar")).send(Sample.jpeg(80, 60), photo(), null);
        var id = answer.json().path("id").asText();
        problem(anAppeal().with(List.of(id)).sent(), 400, "attachments[0]");
    }

    @Test
    void nineOfThemAndNotTen() {
        var ids = java.util.stream.Stream.generate(() -> kept(Sample.jpeg(40, 30), photo()))
                .limit(10)
                .toList();
        problem(anAppeal().with(ids).sent(), 400, "attachments");
        anAppeal().with(ids.subList(0, 9)).submitted();
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsKept() {
        var before =
                jdbc.sql("select count(*) from attachment").query(Long.class).single();
        problem(sent(new byte[0], photo()), 400, "file");
        problem(sent(Sample.ascii("<svg onload='alert(1)'/>"), "a.jpg"), 400, "file");
        problem(sent(Sample.ascii("%PDF-1.4 a document"), "a.pdf"), 400, "file");
        problem(sent(Sample.pngOf(40_000, 40_000), "a.png"), 400, "file");
        problem(new Uploading(api).send(Sample.jpeg(40, 30), photo(), "0".repeat(64)), 400, "sha256");
        problem(api.post("/api/attachments", "{}"), 400, "file");
        assertThat(jdbc.sql("select count(*) from attachment").query(Long.class).single())
                .isEqualTo(before);
    }

    @Test
    void staffMaySendDocuments() {
        var answer =
                new Uploading(api.as("ganshui-registrar")).send(Sample.ascii("%PDF-1.4 a document"), "a.pdf", null);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        assertThat(answer.json().path("kind").asText()).isEqualTo("document");
    }

    @Test
    void whoCountedTheDigestHearsWhetherAllOfItArrived() {
        var bytes = Sample.jpeg(40, 30);
        assertThat(new Uploading(api)
                        .send(bytes, photo(), DigestUtils.sha256Hex(bytes))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whatNobodyUsedDiesAfterADayAndWhatWasUsedStays() {
        var used = kept(Sample.jpeg(80, 60), photo());
        var appeal = anAppeal().with(List.of(used)).submitted();
        var unused = kept(Sample.jpeg(80, 60), photo());
        time.pass("PT23H");
        sweeping.forget();
        assertThat(pieces(unused)).isPositive();
        time.pass("PT2H");
        sweeping.forget();
        assertThat(pieces(unused)).isZero();
        assertThat(pieces(used)).isPositive();
        problem(anAppeal().with(List.of(unused)).sent(), 400, "attachments[0]");
        assertThat(api.get("/api/track/" + appeal.code() + "/attachments/" + used)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void bothSidesAddPhotosWhileTheAppealIsOpenAndBothSeeThem() {
        var appeal = anAppeal().submitted().respondedBy("grid-01");
        var resident = "/api/track/" + appeal.code() + "/attachments";
        assertThat(api.post(resident, list("", kept(Sample.jpeg(80, 60), photo())))
                        .status())
                .isEqualTo(200);
        var desk = api.as("ganshui-dispatcher");
        var after = new Uploading(desk).send(Sample.jpeg(80, 60), photo(), null).json();
        var path = "/api/appeals/" + appeal.number() + "/attachments";
        var body = list("\"use\":\"after\",", after.path("id").asText());
        problem(desk.post(path, body.replace("after", "filed")), 400, "use");
        problem(desk.post(path, "{\"use\":\"after\",\"attachments\":[]}"), 400, "attachments");
        problem(api.as("ganshui-grid-02").post(path, body), 404);
        assertThat(desk.post(path, body).status()).isEqualTo(200);
        assertThat(api.get("/api/track/" + appeal.code()).json().path("attachments"))
                .extracting(a -> a.path("use").asText())
                .containsExactly("added", "after");
        assertThat(appeal.tracked()).contains("补充了 1 个附件（后来补充）", "补充了 1 个附件（办理后）");
        appeal.withdrawn();
        problem(api.post(resident, list("", kept(Sample.jpeg(80, 60), photo()))), 409);
    }

    private static String list(String before, String id) {
        return "{" + before + "\"attachments\":[\"" + id + "\"]}";
    }

    private long pieces(String id) {
        return jdbc.sql("select count(*) from attachment_piece where attachment = cast(? as uuid)")
                .param(id)
                .query(Long.class)
                .single();
    }

    @Test
    void whatAnAppealHasIsNeverChanged() {
        var id = kept(Sample.jpeg(80, 60), photo());
        anAppeal().with(List.of(id)).submitted();
        for (var act : List.of(
                "delete from attachment_piece where attachment = cast(? as uuid)",
                "update attachment_piece set bytes = '' where attachment = cast(? as uuid)",
                "update attachment set appeal = null, use = null, taken_at = null where id = cast(? as uuid)",
                "delete from attachment where id = cast(? as uuid)")) {
            assertThatThrownBy(() -> jdbc.sql(act).param(id).update()).as(act).isInstanceOf(DataAccessException.class);
        }
    }
}

package org.minqing.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.process.AppealHandling.CALL_RESIDENT;
import static org.minqing.process.AppealHandling.HANDLE_DIRECTLY;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.attachment.content.Sample;
import org.minqing.support.Api;
import org.minqing.support.AppealCase;
import org.minqing.support.AppealRules;
import org.minqing.support.MinqingTest;
import org.minqing.support.Uploading;

/** A result is proved by a photo of how it is now, which the resident sees beside the one of how it was. */
@MinqingTest
class ResultFilesTest extends AppealRules {

    private static final String HANDLER = "secretary-erju";
    private static final String SOLVED = "\"outcome\":\"solved\"";

    private AppealCase handled() {
        return anAppeal().submitted().respondedBy("grid-01");
    }

    /** @return its id */
    private String photoOf(String person) {
        var kept = new Uploading(person == null ? api : api.as("ganshui-" + person))
                .send(Sample.jpeg(80, 60), "IMG_1.jpg", null);
        assertThat(kept.status()).as(kept.raw().body()).isEqualTo(201);
        return kept.json().path("id").asText();
    }

    private static void refused(Api.Answer answer, String field) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
    }

    @Test
    void aPhotoOfHowItIsNowIsEvidenceAndTheResidentSeesBoth() {
        var appeal = handled()
                .endedBy(
                        HANDLER,
                        SOLVED + ",\"beforeFiles\":\"" + photoOf(HANDLER) + "\",\"afterFiles\":[\"" + photoOf(HANDLER)
                                + "\",\"" + photoOf(HANDLER) + "\"]");
        assertWaiting(appeal, CALL_RESIDENT);
        assertThat(appeal.tracked()).contains("佐证：办理后照片 2 个", "附办理前照片 1 个", "\"use\":\"before\"", "\"use\":\"after\"");
        assertThat(appeal.desk("supervisor")
                        .get("/api/appeals/" + appeal.number())
                        .json()
                        .at("/result/proof")
                        .asText())
                .isEqualTo("佐证：办理后照片 2 个");
    }

    @Test
    void aPhotoOfHowItWasProvesNothing() {
        var appeal = handled();
        var photo = photoOf(HANDLER);
        var before = appeal.everythingKept();
        refused(appeal.triesToEnd(HANDLER, SOLVED + ",\"beforeFiles\":\"" + photo + "\""), "evidenceKind");
        assertThat(appeal.everythingKept()).isEqualTo(before);
        assertThat(appeal.tracked()).doesNotContain(photo);
        // It was not used up.
        appeal.endedBy(HANDLER, SOLVED + ",\"afterFiles\":\"" + photo + "\"");
    }

    @Test
    void aPhotoThatIsSomebodyElsesOrUsedOrNoneIsNamedByItsField() {
        var appeal = handled();
        var foreign = photoOf("grid-02");
        for (var bad : new String[] {foreign, UUID.randomUUID().toString(), "../../etc/passwd"}) {
            refused(appeal.triesToEnd(HANDLER, SOLVED + ",\"afterFiles\":\"" + bad + "\""), "afterFiles");
        }
        var used = photoOf(HANDLER);
        handled().endedBy(HANDLER, SOLVED + ",\"afterFiles\":\"" + used + "\"");
        refused(appeal.triesToEnd(HANDLER, SOLVED + ",\"afterFiles\":\"" + used + "\""), "afterFiles");
        refused(
                appeal.triesToEnd(HANDLER, SOLVED + ",\"beforeFiles\":\"" + foreign + "\",\"afterFiles\":42"),
                "afterFiles");
        assertWaiting(appeal, HANDLE_DIRECTLY);
    }

    @Test
    void aDocumentThatCameWithItNeedsNoWordsAboutWhereItLies() {
        var pdf = new Uploading(api.as("ganshui-" + HANDLER)).send(Sample.ascii("%PDF-1.4 a letter"), "a.pdf", null);
        var appeal = handled()
                .endedBy(
                        HANDLER,
                        "\"outcome\":\"explained\",\"evidenceKind\":\"document\",\"proofFiles\":\""
                                + pdf.json().path("id").asText() + "\"");
        assertThat(appeal.tracked()).contains("佐证：佐证文件 1 个");
        refused(handled().triesToEnd(HANDLER, "\"outcome\":\"explained\",\"evidenceKind\":\"document\""), "evidence");
    }

    @Test
    void aWitnessAndAPhotoAreBothTold() {
        var appeal = handled().endedBy(HANDLER, SOLVED + ",\"afterFiles\":\"" + photoOf(HANDLER) + "\"" + """
                        ,"evidenceKind":"witness","witnessName":"邻居李婶","witnessReach":"一单元\"""");
        assertThat(appeal.tracked()).contains("有见证人", "附办理后照片 1 个").doesNotContain("李婶");
    }

    @Test
    void theEngineKeepsNoIdOfAPhoto() {
        var photo = photoOf(HANDLER);
        handled().endedBy(HANDLER, SOLVED + ",\"afterFiles\":\"" + photo + "\"");
        assertThat(jdbc.sql("select count(*) from act_hi_varinst where text_ like ?")
                        .param("%" + photo + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}

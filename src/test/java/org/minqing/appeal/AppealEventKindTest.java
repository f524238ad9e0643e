package org.minqing.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AppealEventKindTest {

    /** Every event has its kind, and no two share one. */
    @Test
    void everyEventHasAKindOfItsOwn() {
        assertThat(Arrays.stream(AppealEventKind.values()).map(AppealEventKind::event))
                .containsExactlyInAnyOrder(eventClasses());
    }

    /** They stand in the timelines of years: whoever changes one here writes a migration for those. */
    @Test
    void theStoredWordsStayWhateverTheClassesAreCalled() {
        assertThat(Arrays.stream(AppealEventKind.values()).map(AppealEventKind::code))
                .containsExactlyInAnyOrder(
                        "reporterActed",
                        "splitTold",
                        "received",
                        "decided",
                        "accepted",
                        "responded",
                        "contactMissed",
                        "contacted",
                        "contactConfirmed",
                        "contactDenied",
                        "contactRepeated",
                        "contactChecked",
                        "filesAdded",
                        "subjectNamed",
                        "summaryWritten",
                        "residentAsked",
                        "residentAnswered",
                        "questionExpired",
                        "arrived",
                        "dangerRemoved",
                        "returned",
                        "acceptanceVoided",
                        "remitSettled",
                        "returnJudged",
                        "dispatched",
                        "reassigned",
                        "reminded",
                        "progressed",
                        "jointNoted",
                        "opinionGiven",
                        "consulted",
                        "orderOffered",
                        "orderTaken",
                        "resulted",
                        "planTold",
                        "callMissed",
                        "rated",
                        "redoStarted",
                        "supervised",
                        "limitNoted",
                        "limitChangeAsked",
                        "limitChangeRefused",
                        "limitChangeLapsed",
                        "limitMoved",
                        "corrected",
                        "correctionNoted",
                        "longerHeld",
                        "longerGranted",
                        "codeReissued",
                        "reviewTold",
                        "reviewAnswered",
                        "ended");
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends AppealEvent>[] eventClasses() {
        return records(AppealEvent.class).toArray(Class[]::new);
    }

    private static Stream<Class<?>> records(Class<?> event) {
        return event.isRecord()
                ? Stream.of(event)
                : Arrays.stream(event.getPermittedSubclasses()).flatMap(AppealEventKindTest::records);
    }
}

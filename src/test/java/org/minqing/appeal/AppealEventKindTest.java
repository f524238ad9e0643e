package org.minqing.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
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
                        "subjectNamed",
                        "summaryWritten",
                        "residentAsked",
                        "residentAnswered",
                        "arrived",
                        "dangerRemoved",
                        "returned",
                        "dispatched",
                        "reassigned",
                        "reminded",
                        "progressed",
                        "resulted",
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
                        "ended");
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends AppealEvent>[] eventClasses() {
        return (Class<? extends AppealEvent>[]) AppealEvent.class.getPermittedSubclasses();
    }
}

package org.minqing.appeal;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaConstructorCall;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.minqing.OwnClasses;

/** What happens to an appeal goes through {@link OpenAppeal}, which checks it; others may only note something about it. */
class AppealWallTest {

    /** They change nothing in an appeal and may come after its end. */
    private static final Set<Class<? extends AppealEvent>> NOTES = Set.of(
            AppealEvent.ContactConfirmed.class,
            AppealEvent.ContactDenied.class,
            AppealEvent.ContactRepeated.class,
            AppealEvent.ContactChecked.class,
            AppealEvent.LimitNoted.class,
            AppealEvent.LimitChangeAsked.class,
            AppealEvent.LimitChangeRefused.class,
            AppealEvent.LimitChangeLapsed.class,
            AppealEvent.LimitMoved.class,
            AppealEvent.LongerHeld.class,
            AppealEvent.SummaryWritten.class,
            AppealEvent.ReporterActed.class,
            AppealEvent.ReturnJudged.class,
            AppealEvent.AcceptanceVoided.class,
            AppealEvent.PlanTold.class,
            AppealEvent.JointNoted.class,
            AppealEvent.OrderOffered.class,
            AppealEvent.OrderTaken.class,
            AppealEvent.SplitTold.class,
            AppealEvent.OpinionGiven.class,
            AppealEvent.Consulted.class,
            AppealEvent.FilesAdded.class,
            AppealEvent.ResidentAsked.class,
            AppealEvent.ResidentAnswered.class,
            AppealEvent.QuestionExpired.class,
            AppealEvent.CodeReissued.class,
            // After the end, and only then.
            AppealEvent.ReviewTold.class,
            AppealEvent.ReviewAnswered.class,
            // What the checker of a contact ordered; the appeal may have been closed meanwhile.
            AppealEvent.Supervised.class);

    @Test
    void nobodyElseSaysThatSomethingHappenedToAnAppeal() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.minqing.appeal")
                .should()
                .callConstructorWhere(describe("makes an event of an act", AppealWallTest::makesAnAct))
                .check(OwnClasses.MAIN);
    }

    private static boolean makesAnAct(JavaConstructorCall call) {
        var made = call.getTargetOwner();
        return made.isAssignableTo(AppealEvent.class) && NOTES.stream().noneMatch(made::isEquivalentTo);
    }
}

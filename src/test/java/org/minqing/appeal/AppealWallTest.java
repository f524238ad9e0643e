package org.minqing.appeal;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
            AppealEvent.ResidentAsked.class,
            AppealEvent.ResidentAnswered.class,
            // What the checker of a contact ordered; the appeal may have been closed meanwhile.
            AppealEvent.Supervised.class);

    @Test
    void nobodyElseSaysThatSomethingHappenedToAnAppeal() {
        var main = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.minqing");
        noClasses()
                .that()
                .resideOutsideOfPackage("org.minqing.appeal")
                .should()
                .callConstructorWhere(describe("makes an event of an act", AppealWallTest::makesAnAct))
                .check(main);
    }

    private static boolean makesAnAct(JavaConstructorCall call) {
        var made = call.getTargetOwner();
        return made.isAssignableTo(AppealEvent.class) && NOTES.stream().noneMatch(made::isEquivalentTo);
    }
}

package org.minqing.process.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.minqing.duties.Duty;
import org.minqing.duties.Exclusion;
import org.minqing.duties.Within;
import org.minqing.process.AppealHandling;
import org.minqing.process.AppealReview;
import org.minqing.process.PlannedWork;
import org.minqing.process.decisions.ModelFile;

/** No user task about an appeal without a duty, and no rule about a past that nobody keeps. */
class DutiesOfModelsTest {

    @Test
    void everyUserTaskThatIsShippedIsADuty() {
        var tasks = ModelFile.onClassPath().stream()
                .filter(file -> file.name().endsWith(".bpmn"))
                .flatMap(file -> DutiesOfModels.tasks(
                        file,
                        List.of(
                                AppealHandling.PROCESS,
                                AppealHandling.CONTACT_CHECK,
                                AppealHandling.JUDGEMENT_CORRECTION,
                                AppealHandling.JOINT_HANDLING,
                                AppealReview.PROCESS,
                                PlannedWork.PROCESS)))
                .toList();
        assertThat(tasks)
                .contains(AppealHandling.RESPOND, AppealHandling.CHECK_CONTACT, AppealHandling.APPROVE_CORRECTION)
                .allSatisfy(
                        task -> assertThatCode(() -> DutiesOfModels.duty(task)).doesNotThrowAnyException());
    }

    @Test
    void aUserTaskThatIsNoDutyIsNamed() {
        assertThatThrownBy(() -> DutiesOfModels.duty("userTask_somethingNew"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("userTask_somethingNew is no duty");
    }

    @Test
    void aRuleAboutWhatLeavesNoTraceIsNamedOnceSomebodyDoesIt() {
        var row = new Exclusion(Duty.REVIEWING, Set.of(Duty.MERGING), Within.EVER, "不能复核", "No", "D10");
        assertThatCode(() -> DutiesOfModels.check(row, List.of(Duty.HANDLING))).doesNotThrowAnyException();
        assertThatThrownBy(() -> DutiesOfModels.check(row, List.of(Duty.MERGING)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("reviewing after merging");
    }
}

package org.minqing.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.outcome.Question;

class RatingTest {

    @ParameterizedTest(name = "grade {0}, resolved {1}: satisfied {2}")
    @CsvSource({
        "5,true,true",
        "4,true,true",
        "3,true,true",
        "2,true,false",
        "1,true,false",
        "5,false,false",
        "3,false,false"
    })
    void satisfiedIsAtLeastTheMiddleGradeAndASolvedMatter(int grade, boolean resolved, boolean satisfied) {
        assertThat(new Rating(Question.SOLVED, grade, resolved, true, null).satisfied())
                .isEqualTo(satisfied);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -1})
    void thereAreFiveGrades(int grade) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rating(Question.SOLVED, grade, true, true, null));
    }

    @ParameterizedTest
    @CsvSource({"5,非常满意", "3,基本满意", "1,非常不满意"})
    void gradesCarryTheNamesOfTheFiveGradeRule(int grade, String name) {
        assertThat(new Rating(Question.SOLVED, grade, true, true, null).label()).isEqualTo(name);
    }
}

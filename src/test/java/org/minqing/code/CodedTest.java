package org.minqing.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.OwnClasses;

class CodedTest {

    private enum Signal implements Coded {
        STOP("stop"),
        GO_ON("goOn");

        private final String code;

        Signal(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    @Test
    void anEntryIsFoundByItsCode() {
        assertThat(Coded.find(Signal.class, "goOn")).contains(Signal.GO_ON);
        assertThat(Coded.of(Signal.class, "stop")).isEqualTo(Signal.STOP);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "GO_ON", "goon", "goOn "})
    void anyOtherWordFindsNothingAndIsNamed(String code) {
        assertThat(Coded.find(Signal.class, code)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Coded.of(Signal.class, code))
                .withMessage("No Signal has the code " + code);
    }

    /** Or the second could never be found. */
    @ParameterizedTest
    @MethodSource("lists")
    void noTwoEntriesOfAListHaveTheSameCode(Class<?> list) {
        assertThat(list.getEnumConstants())
                .extracting(entry -> ((Coded) entry).code())
                .isNotEmpty()
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    static Stream<Class<?>> lists() {
        return OwnClasses.MAIN.stream()
                .filter(c -> c.isAssignableTo(Coded.class) && c.isEnum())
                .map(c -> c.reflect());
    }
}

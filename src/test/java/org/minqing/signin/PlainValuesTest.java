package org.minqing.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.convert.TypeDescriptor;

/** What gets into a session, and what comes out of one. */
class PlainValuesTest {

    private static final TypeDescriptor OBJECT = TypeDescriptor.valueOf(Object.class);
    private static final TypeDescriptor BYTES = TypeDescriptor.valueOf(byte[].class);

    private final PlainValues values = new PlainValues();

    @Test
    void aShortTextComesBackAsItWas() {
        var text = "赶水镇 ganshui-grid-01";
        assertThat(values.convert(values.convert(text, OBJECT, BYTES), BYTES, OBJECT))
                .isEqualTo(text);
    }

    static Stream<Object> others() {
        return Stream.of(1, new ArrayList<>(List.of("x")), new StringBuilder("x"), "x".repeat(201));
    }

    @ParameterizedTest
    @MethodSource("others")
    void nothingElseGetsIn(Object other) {
        assertThatThrownBy(() -> values.convert(other, OBJECT, BYTES))
                .rootCause()
                .hasMessageContaining("short texts only");
    }

    /** What somebody wrote into the table is a text to us, and builds nothing. */
    @Test
    void anObjectOfJavaThatLiesInTheTableIsNotBuilt() throws Exception {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var out = new java.io.ObjectOutputStream(bytes)) {
            out.writeObject(new ArrayList<>(List.of("x")));
        }
        assertThat(values.convert(bytes.toByteArray(), BYTES, OBJECT)).isInstanceOf(String.class);
    }
}

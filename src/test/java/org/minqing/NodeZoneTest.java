package org.minqing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A node in another zone does not start. */
class NodeZoneTest {

    @ParameterizedTest
    @CsvSource({",", "'',''", ",Asia/Shanghai", ",:Asia/Shanghai", "Asia/Shanghai,", "Asia/Shanghai,UTC"})
    void aNodeThatWasToldNothingOrOurZoneStarts(String property, String variable) {
        assertThatCode(() -> NodeZone.require(property, variable)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"UTC,,-Duser.timezone", "UTC,Asia/Shanghai,-Duser.timezone", ",UTC,TZ", ",Asia/Tokyo,TZ"})
    void aNodeThatWasToldAnotherZoneDoesNot(String property, String variable, String named) {
        assertThatThrownBy(() -> NodeZone.require(property, variable))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(named + " 是 ", named + ", is ", "Asia/Shanghai");
    }

    @Test
    void neitherInAProcessOfItsOwn() throws Exception {
        assertThat(said(List.of(), "Asia/Tokyo")).contains("TZ, is Asia/Tokyo");
        assertThat(said(List.of("-Duser.timezone=UTC"), "Asia/Shanghai")).contains("-Duser.timezone, is UTC");
    }

    private static String said(List<String> options, String variable) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // It is over before the second compiler would have been of use.
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MinqingApplication.class.getName()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TZ", variable);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        return said;
    }
}

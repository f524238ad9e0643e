package org.minqing.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.camunda.bpm.engine.exception.NullValueException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.PagesConfiguration;
import org.minqing.problem.Landlines;
import org.minqing.security.StaffDirectory;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A fault of ours is told as ours, once in the log, and never as something that was not found. */
@WebMvcTest(EngineFaultTest.Faulty.class)
@Import({PagesConfiguration.class, EngineProblems.class, EngineFaultTest.Faulty.class})
class EngineFaultTest {

    /** Where anybody may ask. */
    @RestController
    static class Faulty {

        @GetMapping("/api/track/{said}")
        void say(@PathVariable("said") String said) {
            throw new NullValueException(said);
        }
    }

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @Autowired
    private MockMvc mvc;

    @MockitoBean
    private Landlines landlines;

    @MockitoBean
    private StaffDirectory directory;

    @BeforeEach
    void listen() {
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void leave() {
        logger().detachAppender(log);
    }

    @Test
    void aMalformedCallOfTheEngineIsA500WithOneErrorInTheLog() throws Exception {
        mvc.perform(get("/api/track/taskId is null"))
                .andExpect(status().isInternalServerError())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.detail").value("系统出错，请稍后再试。"))
                .andExpect(jsonPath("$.detailEn").value("Something went wrong here."));
        assertThat(log.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.ERROR);
            assertThat(line.getThrowableProxy().getMessage()).isEqualTo("taskId is null");
        });
    }

    @Test
    void aTaskThatIsGoneIsA404AndNothingForTheLog() throws Exception {
        mvc.perform(get("/api/track/Cannot find task with id 7: task is null"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("没有找到，或您无权查看。"));
        assertThat(log.list).isEmpty();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("org.minqing.problem");
    }
}

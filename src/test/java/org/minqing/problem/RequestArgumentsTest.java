package org.minqing.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

class RequestArgumentsTest {

    private final MockMvc web = MockMvcBuilders.standaloneSetup(new Doors())
            .setCustomArgumentResolvers(new QueryArguments(), new BodyArguments(new JsonBody(new ObjectMapper())))
            .build();

    @Test
    void aListOfNamesInOneTextIsSeveralParameters() throws Exception {
        web.perform(get("/list?to= 2&page=3&from=")).andExpect(content().string("{page=3, to=2}"));
    }

    @Test
    void aParameterNobodyAskedForIsRefusedAndSoIsOneGivenTwice() {
        assertThat(refused(() -> web.perform(get("/list?from to=1&from=1&from=2"))))
                .extracting(FieldProblem::field, FieldProblem::en)
                .containsExactlyInAnyOrder(tuple("from to", "unknown field"), tuple("from", "given more than once"));
    }

    @Test
    void anAddressWithoutParametersRefusesEach() {
        assertThat(refused(() -> web.perform(get("/none?a=1"))))
                .extracting(FieldProblem::field)
                .containsExactly("a");
    }

    @Test
    void aFieldTheBodyDoesNotKnowIsRefused() throws Exception {
        web.perform(json("/words", "{\"a\":\" 甲 \"}")).andExpect(content().string("甲"));
        assertThat(refused(() -> web.perform(json("/words", "{\"a\":\"甲\",\"b\":1}"))))
                .extracting(FieldProblem::field)
                .containsExactly("b");
    }

    @Test
    void whatIsNoTextIsNotTakenForWords() {
        assertThat(refused(() -> web.perform(json("/words", "{\"a\":1}"))))
                .extracting(FieldProblem::en)
                .containsExactly("must be text");
    }

    @Test
    void aBodyWithoutFieldsIsAnEmptyObjectAndNothingElse() throws Exception {
        web.perform(json("/nothing", "{}")).andExpect(content().string("done"));
        assertThat(refused(() -> web.perform(json("/nothing", "{\"a\":1}"))))
                .extracting(FieldProblem::field)
                .containsExactly("a");
        assertThat(refused(() -> web.perform(json("/nothing", ""))))
                .extracting(FieldProblem::field)
                .containsExactly("body");
    }

    @Test
    void aBodyWhoseReaderChecksItComesWithAllItsFields() throws Exception {
        web.perform(json("/any", "{\"x\":{\"y\":1}}")).andExpect(content().string("{\"x\":{\"y\":1}}"));
    }

    @Test
    void whatIsNoJsonIsRefusedBeforeItIsRead() {
        assertThatThrownBy(
                        () -> web.perform(post("/any").contentType("text/plain").content("{}")))
                .rootCause()
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_JSON));
    }

    private static RequestBuilder json(String path, String body) {
        return post(path)
                .contentType(MediaType.APPLICATION_JSON)
                .characterEncoding("UTF-8")
                .content(body);
    }

    private static List<FieldProblem> refused(ThrowingCallable call) {
        var thrown = catchThrowable(call);
        assertThat(thrown).rootCause().isInstanceOf(InvalidInput.class);
        return ((InvalidInput) thrown.getCause()).problems();
    }

    @RestController
    static class Doors {

        @GetMapping("/list")
        String list(@Query({"from to", "page"}) Map<String, String> asked) {
            return new TreeMap<>(asked).toString();
        }

        @GetMapping("/none")
        String none(@Query Map<String, String> none) {
            return "done";
        }

        @PostMapping(path = "/words", produces = "text/plain;charset=UTF-8")
        String words(@Fields("a") Sent sent) {
            return sent.words("a");
        }

        @PostMapping("/nothing")
        String nothing(@Fields Sent nothing) {
            return "done";
        }

        @PostMapping("/any")
        String any(Sent sent) {
            return sent.json().toString();
        }
    }
}

package org.minqing.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormSchemaTest {

    @Test
    void describesTheFieldsForPrograms() {
        var schema = FormSchema.parse(form("""
                {"type": "text", "text": "只看"},
                {"type": "radio", "key": "action", "label": "意见", "values": [{"label": "是", "value": "yes"}]},
                {"type": "group", "components": [
                  {"type": "textfield", "key": "note", "label": "说明",
                   "validate": {"required": true, "maxLength": 9}}]},
                {"type": "select", "key": "post", "label": "岗位", "valuesKey": "posts"}
                """));

        assertThat(schema.id()).isEqualTo("sample");
        assertThat(schema.fields())
                .containsExactly(
                        new FormField(
                                "action",
                                "radio",
                                "意见",
                                null,
                                false,
                                null,
                                null,
                                List.of(new FormField.Option("yes", "是")),
                                null),
                        new FormField("note", "textfield", "说明", null, true, 9, null, List.of(), null),
                        new FormField("post", "select", "岗位", null, false, null, null, List.of(), "posts"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'filepicker', 'key': 'a'}",
                "{'type': 'datetime', 'key': 'a'}",
                "{'type': 'textfield'}",
                "{'type': 'textfield', 'key': 'a.b'}",
                "{'type': 'textfield', 'key': 'a'}, {'type': 'number', 'key': 'a'}",
                "{'type': 'textfield', 'key': 'a', 'validate': {'validationType': 'email'}}",
                "{'type': 'textfield', 'key': 'a', 'validate': {'maxLength': '=1+1'}}",
                "{'type': 'number', 'key': 'a', 'validate': {'min': '=1+1'}}",
                "{'type': 'textfield', 'key': 'a', 'validate': {'pattern': '['}}",
                "{'type': 'group', 'path': 'p', 'components': []}"
            })
    void refusesWhatTheServerCouldNotCheck(String component) {
        assertThatIllegalArgumentException().isThrownBy(() -> FormSchema.parse(form(component.replace('\'', '"'))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"id\": \"x\"}", "{\"components\": []}"})
    void refusesWhatIsNotAForm(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> FormSchema.parse(json));
    }

    private static String form(String components) {
        return "{\"id\": \"sample\", \"components\": [" + components + "]}";
    }
}

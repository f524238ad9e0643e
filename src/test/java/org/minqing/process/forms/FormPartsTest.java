package org.minqing.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchIllegalArgumentException;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts are put in their places, and what does not fit together is refused, naming file and part. */
class FormPartsTest {

    private static final String FORM = "forms/ask.form";
    private static final String CARD = "forms/parts/card.form";
    private static final String NOTE = "forms/parts/note.form";
    private static final String LINE = "{'type': 'separator', 'id': 'Line'}";
    private static final String FIELD = "{'type': 'textfield', 'id': 'Field_note', 'key': 'note'}";

    @Test
    void aPartStandsWhereTheFormNamesItAndNothingElseIsChanged() {
        var whole = composed(
                form(place("card"), "{'type': 'number', 'id': 'Field_n', 'key': 'n', 'validate': {'max': 9}}"),
                Map.of(CARD, form(LINE, FIELD)));

        assertThat(whole)
                .isEqualTo(json(
                        form(LINE, FIELD, "{'type': 'number', 'id': 'Field_n', 'key': 'n', 'validate': {'max': 9}}")));
    }

    @Test
    void aPartMayHaveAPartAndStandInAGroup() {
        var whole = composed(
                form("{'type': 'group', 'id': 'Group', 'components': [" + place("card") + "]}"),
                Map.of(CARD, form(LINE, place("note")), NOTE, form(FIELD)));

        assertThat(whole)
                .isEqualTo(json(form("{'type': 'group', 'id': 'Group', 'components': [" + LINE + ", " + FIELD + "]}")));
    }

    @Test
    void twoFormsShareAPartWithAGroup() {
        var group = "{'type': 'group', 'id': 'Group', 'components': [" + place("note") + "]}";
        var forms = Map.of(FORM, form(place("card")), "forms/tell.form", form(place("card")));

        var whole = FormParts.compose(forms, Map.of(CARD, form(group), NOTE, form(FIELD)));

        assertThat(whole.get(FORM)).isEqualTo(whole.get("forms/tell.form")).contains("Field_note");
    }

    /** The Modeler writes where in a row a component stands, and leaves no custom property behind. */
    @Test
    void whatTheModelerAddsDoesNotMatter() {
        var whole = composed(
                form(
                        "{'type': 'text', 'text': '卡片', 'id': 'P', 'layout': {'row': 'Row_1', 'columns': null},"
                                + " 'properties': {'part': 'card'}}",
                        "{'type': 'spacer', 'id': 'Gap', 'properties': {}}"),
                Map.of(CARD, form(LINE)));

        assertThat(whole).isEqualTo(json(form(LINE, "{'type': 'spacer', 'id': 'Gap', 'properties': {}}")));
    }

    @Test
    void aPartThatIsNotThereIsRefused() {
        refused(form(place("crad"), place("card")), Map.of(CARD, form(LINE)))
                .isEqualTo("forms/ask.form: there is no part forms/parts/crad.form");
    }

    @Test
    void aPartWithinItselfIsRefused() {
        refused(form(place("card")), Map.of(CARD, form(place("note")), NOTE, form(place("card"))))
                .isEqualTo("forms/parts/note.form: the part forms/parts/card.form would stand within itself");
    }

    @Test
    void aPartThatNoFormUsesIsRefused() {
        refused(form(place("card")), Map.of(CARD, form(LINE), NOTE, form(FIELD)))
                .isEqualTo("forms/parts/note.form: used by no form");
    }

    @Test
    void partsThatOnlyUseEachOtherAreRefused() {
        refused(form(LINE), Map.of(CARD, form(place("note")), NOTE, form(place("card"))))
                .isEqualTo("forms/parts/card.form, forms/parts/note.form: used by no form");
    }

    @Test
    void anIdOfTheFormAndOfAPartIsRefused() {
        refused(form("{'type': 'spacer', 'id': 'Line'}", place("card")), Map.of(CARD, form(LINE)))
                .isEqualTo("forms/ask.form: id 'Line' twice, from forms/ask.form and from forms/parts/card.form");
    }

    @Test
    void aKeyOfTwoPartsIsRefused() {
        var other = "{'type': 'textarea', 'id': 'Field_other', 'key': 'note'}";
        refused(form(place("card"), place("note")), Map.of(CARD, form(other), NOTE, form(FIELD)))
                .isEqualTo(
                        "forms/ask.form: key 'note' twice, from forms/parts/card.form and from forms/parts/note.form");
    }

    @Test
    void aPartInTwoPlacesOfAFormIsRefused() {
        refused(form(place("card"), place("card")), Map.of(CARD, form(LINE)))
                .isEqualTo(
                        "forms/ask.form: id 'Line' twice, from forms/parts/card.form and from forms/parts/card.form");
    }

    /** It would be lost without a word. */
    @Test
    void aConditionOnThePlaceOfAPartIsRefused() {
        var place = place("card").replace("'text': '', ", "'text': '', 'conditional': {'hide': '=a'}, ");
        refused(form(place), Map.of(CARD, form(LINE)))
                .isEqualTo("forms/ask.form: the place of the part forms/parts/card.form cannot have 'conditional'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'prat': 'card'}", "{'part': 'card', 'more': 'x'}"})
    void aCustomPropertyOfAnotherNameIsRefused(String properties) {
        refused(form(place("card").replace("{'part': 'card'}", properties)), Map.of(CARD, form(LINE)))
                .startsWith("forms/ask.form: the only custom property is 'part', not ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{'id': 'card'}"})
    void aPartThatIsNoFormIsRefused(String part) {
        refused(form(place("card")), Map.of(CARD, part.replace('\'', '"'))).startsWith("forms/parts/card.form: it ");
    }

    private static AbstractStringAssert<?> refused(String form, Map<String, String> parts) {
        var refusal = catchIllegalArgumentException(() -> FormParts.compose(Map.of(FORM, form), parts));
        return assertThat(refusal).isNotNull().extracting(Throwable::getMessage, STRING);
    }

    private static JsonNode composed(String form, Map<String, String> parts) {
        return json(FormParts.compose(Map.of(FORM, form), parts).get(FORM));
    }

    private static String place(String part) {
        return "{'type': 'text', 'id': 'Part_" + part + "', 'text': '', 'properties': {'part': '" + part + "'}}";
    }

    private static String form(String... components) {
        return ("{'id': 'ask', 'components': [" + String.join(", ", components) + "]}").replace('\'', '"');
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}

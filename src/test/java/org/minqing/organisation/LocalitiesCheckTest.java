package org.minqing.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

class LocalitiesCheckTest {

    private static final Path SOUND = Path.of("src/test/resources/organisation/sound");

    private static final List<String> FAULTS = """
                    hill/locality.yml: code is mountain in the folder hill
                    hill/locality.yml: numberPrefix hl is not two capital letters
                    hill/locality.yml: phases has [received, closed] instead of [received, dispatched, handling, feedback, closed]
                    hill/locality.yml: channels repeats [phone]
                    hill/locality.yml: workingTime 13:00-11:00 does not close later on the same day
                    hill/organisation.yml: units repeats [mountain-works-2]
                    hill/organisation.yml: mountain-works-2 holds the unknown post bridges
                    hill/organisation.yml: plain-1 does not begin with mountain
                    hill/organisation.yml: plain-1 has the unknown level square
                    hill/organisation.yml: mountain-hut has the level grid below the level office
                    hill/organisation.yml: mountain-deeper has the level town below the level grid
                    hill/organisation.yml: %s is longer than 64 characters
                    hill/organisation.yml: groups repeats [mountain-east-1-worker]
                    hill/organisation.yml: roads is the post of an office and held by several units: [mountain-works, mountain-works-2]
                    hill/organisation.yml: nobody is held by no unit
                    hill/organisation.yml: substitutes names roads, a post of its own
                    hill/organisation.yml: substitutes gives ferries to the unknown post sailors
                    hill/demonstration.yml: mountain-丙 has other characters than letters, digits, _ and -
                    hill/demonstration.yml: people repeats [mountain-grid-01]
                    hill/demonstration.yml: grid-01 is in the unknown unit mountain-nowhere
                    hill/demonstration.yml: grid-01 has the post worker, which mountain-works does not hold
                    hill/demonstration.yml: grid-01 has no membership
                    hill/demonstration.yml: 丙 repeats [mountain-east-worker]
                    river/locality.yml: code is mountain in the folder river
                    river/locality.yml: numberPrefix hl is not two capital letters
                    river/organisation.yml: mountain-east is the root and an office
                    river: number prefix hl is also used by hill
                    river: code mountain is also used by hill
                    river: unit mountain-east is also used by hill
                    river: group mountain-east-worker is also used by hill
                    river: user mountain-grid-01 is also used by hill
                    """.formatted(
            "mountain-with-a-name-that-is-much-too-long-for-the-engine-to-keep-worker").lines().toList();

    @TempDir
    Path folders;

    @Test
    void aLocalityIsAFolderAndNoCode() {
        assertThat(new Localities("classpath*:organisation/sound").all())
                .extracting(Locality::name)
                .containsExactly("山口镇");
    }

    @Test
    void everyFaultOfEveryFileIsListedAtOnce() {
        assertThatThrownBy(() -> new Localities("classpath*:organisation/broken"))
                .isInstanceOf(IllegalStateException.class)
                .satisfies(e -> assertThat(e.getMessage().lines().skip(1)).containsExactlyElementsOf(FAULTS));
    }

    @Test
    void aProgramWithoutLocalitiesDoesNotStart() {
        assertThatThrownBy(() -> new Localities(folders.toUri().toString()))
                .hasMessageContaining("no folder with a locality.yml");
    }

    @Test
    void demonstrationPeopleMayBeAbsent() throws IOException {
        copySound();
        Files.delete(folders.resolve("hill/demonstration.yml"));
        assertThat(read().get("hill").people()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            locality.yml      | deskPhone:                    | telephone: 1\\ndeskPhone: | hill/locality.yml: telephone: Unrecognized field "telephone"
            locality.yml      | name: 山口镇                   | # no name          | hill/locality.yml: name: Invalid `null` value
            locality.yml      | level: 镇                     | name: 镇            | hill/locality.yml: Duplicate field 'name'
            locality.yml      | {code: phone, name: 电话}      | {code: phone}      | hill/locality.yml: channels[0].name: Invalid `null` value
            locality.yml      | dispatcherConfirms:           | workingTime: {everyDay: true}\\ndispatcherConfirms: | hill/locality.yml: workingTime.hours: Invalid `null` value
            organisation.yml  | posts: [secretary]            | posts: [secretary]\\n      layer: 2 | hill/organisation.yml: root.units[1].layer: Unrecognized field "layer"
            organisation.yml  | 道路岗, role: handler          | 道路岗, role: boss  | hill/organisation.yml: posts[3].role: Cannot deserialize value
            demonstration.yml | name: 甲网格                   | name: 甲网格\\n    posts: [] | hill/demonstration.yml: people[0].posts: Unrecognized field "posts"
            """)
    void aFieldThatNobodyKnowsOrThatIsMissingIsNamed(String file, String written, String instead, String fault)
            throws IOException {
        copySound();
        Path changed = folders.resolve("hill").resolve(file);
        String text = Files.readString(changed);
        assertThat(text).contains(written);
        Files.writeString(changed, text.replace(written, instead.replace("\\n", "\n")));
        assertThatThrownBy(this::read).isInstanceOf(IllegalStateException.class).hasMessageStartingWith(fault);
    }

    private void copySound() throws IOException {
        FileSystemUtils.copyRecursively(SOUND, folders);
    }

    private Localities read() {
        return new Localities(folders.toUri().toString());
    }
}

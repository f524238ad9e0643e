package org.minqing.hints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.appeal.kind.Categories;
import org.minqing.organisation.Localities;

/** Which file of hints a locality uses, and that one that cannot be used stops the start with all that is wrong in it. */
class WordHintsTest {

    private static final Categories CATEGORIES =
            locality -> List.of(new Categories.Category("gas", "供气"), new Categories.Category("power-supply", "供电"));

    private static final String SOUND = """
            dangers: [{code: fire, name: 火情, call: "119"}, {code: gas, name: 燃气}]
            negations: {words: [没有], except: [有没有]}
            unless: {drill: {name: 演练, within: 8, words: [演练], still: [快来]}}
            groups:
              - {code: fire, name: 火情, danger: fire, words: [着火], unless: [drill], otherMeaning: [着火点]}
              - {code: leak, name: 漏气, danger: gas, category: gas, together: [{one: [煤气], other: [味], within: 3}]}
            """;

    @TempDir
    Path folder;

    private WordHints hints() {
        return new WordHints(new Localities(), CATEGORIES, folder.toString());
    }

    private void write(String name, String yaml) throws IOException {
        Files.writeString(folder.resolve(name), yaml);
    }

    @Test
    void whatIsWrittenForOneLocalityWinsOverWhatIsForAll() throws IOException {
        write("hints.yml", SOUND);
        write("shibu.yml", SOUND.replace("着火点", "起火原因").replace("着火", "起火"));
        var hints = hints();
        assertThat(hints.in("ganshui", "着火了").danger()).isEqualTo("fire");
        assertThat(hints.in("shibu", "着火了").danger()).isEmpty();
        assertThat(hints.in("shibu", "起火了").danger()).isEqualTo("fire");
        assertThat(hints.dangers("shibu")).extracting(Danger::code).containsExactly("fire", "gas");
    }

    @Test
    void whatIsChangedWhileTheProgramRunsChangesNothing() throws IOException {
        write("hints.yml", SOUND);
        var hints = hints();
        write("hints.yml", "groups: [");
        assertThat(hints.in("ganshui", "着火了").danger()).isEqualTo("fire");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '"', textBlock = """
            # what is written           | instead of it               | what is said
            words: [着火]               | words: []                   | 组 group fire: 一个词也没有 has neither words nor pairs
            words: [着火]               | words: [着火, 着火]         | 组 group fire: “着火”写了两次 is there twice
            words: [着火]               | words: [着火, 火]           | 组 group fire: “火”只有一个字，只能写在 together 里
            words: [着火]               | words: [着火, "着 火！"]    | 组 group fire: “着 火！”请写成“着火”
            words: [着火]               | words: [着火, "！"]         | 组 group fire: “！”请写成“”
            words: [着火]               | words: [着火, 煤气味]       | -
            words: [着火]               | words: [着火, 一二三四五六七八九十一二三四五六七八九十一] | 组 group fire: “一二三四五六七八九十一二三四五六七八九十一”超过 20 个字
            otherMeaning: [着火点]      | otherMeaning: [火车站]      | 组 group fire: “火车站”应当比这一组的某个词长，并且包含它
            otherMeaning: [着火点]      | otherMeaning: [着火]        | 组 group fire: “着火”应当比这一组的某个词长，并且包含它
            unless: [drill]             | unless: [演练]              | 组 group fire: 没有这一条 unknown unless 演练
            danger: fire                | danger: flood               | 组 group fire: 没有这种危险 unknown danger flood
            danger: fire                | vulnerable: false           | 组 group fire: danger、vulnerable、lineCut、aboutStaff 应当只写一项
            danger: fire                | danger: fire, lineCut: true | 组 group fire: danger、vulnerable、lineCut、aboutStaff 应当只写一项
            danger: fire                | danger: fire, colour: red   | colour
            danger: fire                | danger: fire, category: tea | 赶水镇没有诉求类别 tea is no category of ganshui
            code: leak                  | code: fire                  | groups: fire 写了两次 is there twice
            code: leak                  | code: Leak                  | 代码“Leak”只能用小写字母和连字符 is no code
            one: [煤气]                 | one: []                     | 组 group leak: together 两边都要有词 has words on both sides
            within: 3                   | within: 99                  | 组 group leak: within 应在 0 到 30 之间，不能是 99
            call: "119"                 | call: "12345"               | dangers: fire: 电话只能是 110、119、120 或者不写，不能是 12345
            except: [有没有]            | except: [是不是]            | negations: “是不是”里没有否定词 contains no negation
            still: [快来]               | still: [快 来]              | unless drill: “快 来”请写成“快来”
            """)
    void aFileThatCannotBeUsedStopsTheStartAndSaysWhere(String sound, String instead, String said) throws IOException {
        var written = SOUND.replaceFirst(Pattern.quote(sound), Matcher.quoteReplacement(instead));
        assertThat(written).isNotEqualTo(SOUND);
        write("hints.yml", written);
        if (said == null) {
            assertThat(hints()).isNotNull();
        } else {
            assertThatThrownBy(this::hints)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("hints.yml")
                    .hasMessageContaining(said);
        }
    }

    @Test
    void aWordThatMeansTwoDangersOrTwoCategoriesIsRefusedWithBoth() throws IOException {
        write("hints.yml", SOUND + """
                  - {code: other-fire, name: 又一组, danger: gas, words: [着火]}
                  - {code: smell, name: 气味, category: power-supply, words: [臭鸡蛋味]}
                  - {code: smell-too, name: 又是气味, category: gas, words: [臭鸡蛋味]}
                """);
        assertThatThrownBy(this::hints)
                .hasMessageContaining("组 group other-fire: “着火”在 fire 里是 fire，在这里是 gas，互相矛盾")
                .hasMessageContaining("组 group smell-too: “臭鸡蛋味”在 smell 里是 power-supply，在这里是 gas，互相矛盾");
    }

    @Test
    void aLocalityWithoutAFileOfItsOwnUsesTheOneOfTheProgram() {
        assertThat(new WordHints(new Localities(), everything(), folder.toString())
                        .in("ganshui", "厨房着火了")
                        .call())
                .containsExactly(new Call("119", "火情"));
    }

    /** Whatever categories the shipped file suggests; that they are there shows when the program starts. */
    private static Categories everything() {
        return locality -> Stream.of(
                        "gas",
                        "power-supply",
                        "water-supply",
                        "petition",
                        "dispute",
                        "medical",
                        "safety-hazard",
                        "care",
                        "heating",
                        "sewage",
                        "road-blocked",
                        "labour")
                .map(code -> new Categories.Category(code, code))
                .toList();
    }
}

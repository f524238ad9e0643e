package org.minqing.process.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Three of the engine's web applications speak Chinese: of their labels none is missing, in English, empty or broken. */
class LocaleTest {

    private static final List<String> APPLICATIONS = List.of("tasklist", "welcome", "cockpit");

    /** English labels that are names, and stay: an identifier, two file formats, a pattern to type in. */
    private static final Set<String> NAMES = Set.of("ID", "CSV", "JSON", "YYYY-MM-DDTHH:mm:ss");

    /** It tells to migrate to another product; Chinese has a neutral sentence, so its link is not there. */
    private static final String BANNER = "/labels/BANNER_CE_EOL_TEXT";

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern LETTER = Pattern.compile("\\p{IsAlphabetic}");
    private static final Pattern DATE_WORD = Pattern.compile("/dateLocales/(?:months|weekdays|relativeTime)\\w*/.*");
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "\\{\\{.*?}}|\\{}|%[sd]?|</?(?:a|br|strong)\\b[^>]*>|&\\w+;|\n|#resolve|yyyy-MM-ddTHH:mm:ss");

    @ParameterizedTest
    @FieldSource("APPLICATIONS")
    void noLabelIsMissingOrInEnglish(String application) {
        var labels = Labels.of(application, "en").texts().keySet().stream()
                .filter(path -> path.startsWith("/labels/"))
                .count();
        var left = wrong(application, LocaleTest::isEnglish);
        System.out.printf("labels missing or in English: %s %d of %d%n", application, left.size(), labels);
        assertThat(left).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("APPLICATIONS")
    void noKeyIsTooMany(String application) {
        var tooMany = new TreeSet<>(Labels.of(application, "zh").texts().keySet());
        tooMany.removeAll(Labels.of(application, "en").texts().keySet());
        assertThat(tooMany).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("APPLICATIONS")
    void whatTheApplicationFillsInStaysAsItIs(String application) {
        assertThat(wrong(application, (en, zh) -> !placeholders(en).equals(placeholders(zh))))
                .isSubsetOf(BANNER);
    }

    @ParameterizedTest
    @FieldSource("APPLICATIONS")
    void noTextIsEmptyWhereTheEnglishIsNot(String application) {
        assertThat(wrong(application, (en, zh) -> en.isBlank() != zh.isBlank())).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("APPLICATIONS")
    void monthsWeekdaysAndTimesAgoAreInChinese(String application) {
        assertThat(Labels.of(application, "zh").texts().entrySet())
                .filteredOn(text -> DATE_WORD.matcher(text.getKey()).matches())
                .allMatch(text -> HAN.matcher(text.getValue()).find());
    }

    @Test
    void eachNameIsTheWholeOfALabelSomewhere() {
        var english = new TreeSet<String>();
        APPLICATIONS.forEach(a -> english.addAll(Labels.of(a, "en").texts().values()));
        assertThat(english).containsAll(NAMES);
    }

    /** Where the English and the Chinese text, empty if there is none, are to each other as they must not be. */
    private static List<String> wrong(String application, BiPredicate<String, String> mistake) {
        var english = Labels.of(application, "en");
        var chinese = Labels.of(application, "zh");
        return english.texts().keySet().stream()
                .filter(path -> path.startsWith("/labels/"))
                .filter(path -> mistake.test(english.at(path), chinese.at(path)))
                .toList();
    }

    private static boolean isEnglish(String english, String chinese) {
        var name = NAMES.contains(english) && chinese.equals(english);
        return !name && LETTER.matcher(english).find() && !HAN.matcher(chinese).find();
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }
}

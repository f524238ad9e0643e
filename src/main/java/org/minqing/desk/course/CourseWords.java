package org.minqing.desk.course;

import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.appeal.Appeal;
import org.minqing.appeal.CalendarKind;
import org.minqing.appeal.kind.Categories;
import org.minqing.code.Coded;
import org.minqing.desk.course.Course.Cell;
import org.minqing.desk.course.Course.Decision;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Post;
import org.minqing.time.Spans;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What stands in the cells of decision tables, in Chinese. What is not known stays as it stands. */
@Component
class CourseWords {

    private final Localities localities;
    private final Categories categories;
    private final MessageSource messages;

    CourseWords(Localities localities, Categories categories, MessageSource messages) {
        this.localities = localities;
        this.categories = categories;
        this.messages = messages;
    }

    /** The words for the cells of one appeal's decisions. */
    Values of(Appeal appeal, List<Decision> decisions) {
        var named = new HashMap<String, String>();
        decisions.forEach(d -> names(d, named));
        named.putIfAbsent("category " + appeal.category(), categories.nameOf(appeal.locality(), appeal.category()));
        return new Values(localities.get(appeal.locality()), named);
    }

    /** A table that answers {@code tier} and {@code tierName} has told what the code means. */
    private static void names(Decision d, Map<String, String> named) {
        for (var cell : d.outputs()) {
            if (cell.variable().endsWith("Name")) {
                var code = cell.variable().substring(0, cell.variable().length() - "Name".length());
                Stream.concat(d.outputs().stream(), d.inputs().stream())
                        .filter(c -> c.variable().equals(code) && c.value() != null)
                        .findFirst()
                        .ifPresent(c -> named.put(code + " " + c.value(), String.valueOf(cell.value())));
            }
        }
    }

    final class Values {

        private final Locality locality;
        private final Map<String, String> named;

        private Values(Locality locality, Map<String, String> named) {
            this.locality = locality;
            this.named = named;
        }

        CourseSheet.Value of(Cell c) {
            return new CourseSheet.Value(c.variable(), c.label(), c.value(), words(c));
        }

        private String words(Cell c) {
            if (c.value() == null) {
                return word("none", "");
            }
            var value = c.value().toString();
            if (c.value() instanceof Boolean) {
                return word(value, value);
            }
            if (value.isEmpty()) {
                return word("none", "");
            }
            var name = named.get(c.variable() + " " + value);
            return name != null ? name : code(value);
        }

        private String code(String value) {
            if (value.matches("PT[0-9].*")) {
                return Spans.length(Duration.parse(value));
            }
            if (value.matches("P[0-9]+D")) {
                return Spans.days(Period.parse(value).getDays());
            }
            return Coded.find(CalendarKind.class, value)
                    .map(CalendarKind::label)
                    .orElseGet(() ->
                            Arrays.stream(value.split(",")).map(this::post).collect(Collectors.joining("、")));
        }

        private String post(String code) {
            return locality.post(code).map(Post::name).orElseGet(() -> word(code, code));
        }

        private String word(String code, String otherwise) {
            return messages.getMessage("course.value." + code, null, otherwise, Locale.CHINA);
        }
    }
}

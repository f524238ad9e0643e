package org.minqing.desk.ledger;

import java.util.Locale;
import java.util.stream.Collectors;
import org.minqing.organisation.Localities;
import org.minqing.organisation.UnitTree;
import org.minqing.problem.Parameters;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A search in Chinese, so that a printed export tells what it is about. */
@Component
class LedgerQuestionWords {

    private final MessageSource messages;
    private final Localities localities;

    LedgerQuestionWords(MessageSource messages, Localities localities) {
        this.messages = messages;
        this.localities = localities;
    }

    /** Such as {@code 赶水镇；单位：二居社区；结果：超时}. */
    String of(LedgerQuestion question) {
        var locality = localities.get(question.filter().locality());
        var fields = Parameters.names(LedgerQuestions.FIELDS).stream()
                .filter(question.typed()::containsKey)
                .filter(field -> !field.equals("alarms") || question.filter().onlyAlarms())
                .map(field -> "；" + label(field) + "：" + value(field, question))
                .collect(Collectors.joining());
        return locality.name() + (fields.isEmpty() ? "，全部" : fields);
    }

    private String label(String field) {
        return messages.getMessage(
                (field.equals("from") || field.equals("to") ? "search." : "field.") + field, null, field, Locale.CHINA);
    }

    private String value(String field, LedgerQuestion question) {
        var f = question.filter();
        var typed = question.typed().get(field);
        return switch (field) {
            case "unit" -> UnitTree.name(localities.get(f.locality()), typed);
            case "clock" -> f.clock().label();
            case "outcome" -> f.outcome().label();
            case "alarms" -> "是";
            default -> typed;
        };
    }
}

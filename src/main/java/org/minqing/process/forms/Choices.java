package org.minqing.process.forms;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Answers that are picked from a list. */
class Choices {

    private Choices() {}

    static String one(FieldRule rule, Object value, Map<String, List<String>> choices) {
        if (!(value instanceof String text)) {
            throw Texts.notText();
        }
        if (text.isBlank()) {
            return null;
        }
        if (!rule.allowed(choices).contains(text)) {
            throw notListed();
        }
        return text;
    }

    static List<String> some(FieldRule rule, Object value, Map<String, List<String>> choices) {
        if (!(value instanceof List<?> list)) {
            throw new BadAnswer("应为选项代码的列表", "must be a list of codes");
        }
        var allowed = rule.allowed(choices);
        if (!list.stream().allMatch(item -> item instanceof String text && allowed.contains(text))) {
            throw notListed();
        }
        if (new HashSet<>(list).size() < list.size()) {
            throw new BadAnswer("有重复选项", "names a choice twice");
        }
        return list.isEmpty() ? null : list.stream().map(String.class::cast).toList();
    }

    private static BadAnswer notListed() {
        return new BadAnswer("不在可选范围内", "is not one of the choices");
    }
}

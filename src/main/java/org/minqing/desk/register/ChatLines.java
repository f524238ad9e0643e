package org.minqing.desk.register;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The messages of a group chat as they are copied out of it: each begins with a line that says who and when, and what follows is what
 * he wrote, word by word.
 */
final class ChatLines {

    /** @param sender as the chat calls him; empty where nobody is named */
    record Message(String sender, String words) {}

    private static final String TIME = "(?:上午|下午|晚上|凌晨|中午)?\\s*\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?";
    private static final String DAY = "(?:(?:\\d{4}[-/.年])?\\d{1,2}[-/.月]\\d{1,2}日?|昨天|前天|今天|星期[一二三四五六日天]|周[一二三四五六日天])";

    /** Such as {@code 张三 2026/3/2 09:15:03}, {@code 张三 昨天 9:15} or {@code [09:15] 张三}. */
    private static final Pattern BEHIND =
            Pattern.compile("^(\\S.{0,38}?)[:：]?\\s+\\(?(?:" + DAY + "\\s*)?" + TIME + "\\)?[:：]?$");

    private static final Pattern BEFORE =
            Pattern.compile("^[\\[(【]?(?:" + DAY + "\\s*)?" + TIME + "[\\])】]?\\s+(\\S.{0,38}?)[:：]?$");

    private ChatLines() {}

    /** In the order in which they were written; those of which nothing but their head is there are left out. */
    static List<Message> split(String copied) {
        var messages = new ArrayList<Message>();
        var sender = "";
        var words = new StringBuilder();
        for (var line : copied.replace("\r\n", "\n").split("\n", -1)) {
            var head = sender(line.strip());
            if (head == null) {
                words.append(line).append('\n');
            } else {
                add(messages, sender, words);
                sender = head;
                words.setLength(0);
            }
        }
        add(messages, sender, words);
        return List.copyOf(messages);
    }

    private static void add(List<Message> messages, String sender, StringBuilder words) {
        var text = words.toString().strip();
        if (!text.isEmpty()) {
            messages.add(new Message(sender, text));
        }
    }

    /** Null if the line is part of what somebody wrote. */
    private static String sender(String line) {
        for (var pattern : List.of(BEFORE, BEHIND)) {
            var head = pattern.matcher(line);
            if (head.matches()) {
                return head.group(1);
            }
        }
        return null;
    }
}

package org.minqing.notice.channel;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** What the robots of both services have in common: a short text to a group, and a number that says what became of it. */
final class Robot {

    private Robot() {}

    /** Number and link are never cut; the sentence is, where a service takes no more. */
    static String text(Message message, int mostBytes) {
        var head = "【" + message.title() + "】" + message.number() + "\n";
        var tail = "\n" + message.link();
        var left = mostBytes - bytes(head) - bytes(tail);
        return head + cut(message.text(), left) + tail;
    }

    private static String cut(String text, int mostBytes) {
        if (bytes(text) <= mostBytes) {
            return text;
        }
        var kept = new StringBuilder();
        int used = bytes("…");
        for (int sign : text.codePoints().toArray()) {
            var next = Character.toString(sign);
            used += bytes(next);
            if (used > mostBytes) {
                break;
            }
            kept.append(next);
        }
        return kept + "…";
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    static HttpPost request(java.net.URI url, String text) {
        var request = new HttpPost(url);
        request.setEntity(new StringEntity(
                Json.of(Map.of("msgtype", "text", "text", Map.of("content", text))), ContentType.APPLICATION_JSON));
        return request;
    }

    /** @return the service's number, 0 for taken; null if it answered something else */
    static Integer code(Outgoing.Answer answer) {
        var code = Json.read(answer.body()).path("errcode");
        return answer.status() == 200 && code.isInt() ? code.intValue() : null;
    }
}

package org.minqing.desk.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatLinesTest {

    @Test
    void eachMessageIsKeptWordByWord() {
        var copied = "王大姐 2026/3/2 9:15:03\r\n三栋楼道灯不亮\r\n  晚上看不见\r\n\r\n李叔 2026/3/2 9:16:40\r\n收到\r\n";
        assertThat(ChatLines.split(copied))
                .containsExactly(new ChatLines.Message("王大姐", "三栋楼道灯不亮\n  晚上看不见"), new ChatLines.Message("李叔", "收到"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "王大姐 2026-03-02 09:15",
                "王大姐 3月2日 上午 9:15",
                "王大姐 昨天 9:15",
                "王大姐  09:15:03",
                "王大姐: 09:15",
                "2026/3/2 09:15 王大姐",
                "[09:15] 王大姐：",
                "王大姐 (2026/3/2 09:15)"
            })
    void whoAndWhenBeginAMessageHoweverTheyAreWritten(String head) {
        assertThat(ChatLines.split(head + "\n水管漏了")).containsExactly(new ChatLines.Message("王大姐", "水管漏了"));
    }

    @Test
    void aTimeWithinAMessageBeginsNone() {
        assertThat(ChatLines.split("王大姐 9:15\n昨晚 11:30 开始停水，到现在没来\n李叔 9:20\n[图片]"))
                .extracting(ChatLines.Message::words)
                .containsExactly("昨晚 11:30 开始停水，到现在没来", "[图片]");
    }

    @Test
    void withoutHeadsAllOfItIsOneMessage() {
        assertThat(ChatLines.split("路口积水\n车过不去")).containsExactly(new ChatLines.Message("", "路口积水\n车过不去"));
        assertThat(ChatLines.split(" \n\n")).isEmpty();
    }
}

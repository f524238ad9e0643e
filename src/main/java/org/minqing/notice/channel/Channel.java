package org.minqing.notice.channel;

import org.minqing.code.Coded;

/** The ways in which somebody may hear of something. */
public enum Channel implements Coded {
    /** On the open page, at once. */
    DESK("desk", "页面", true),
    MAIL("mail", "邮件", true),
    SMS("sms", "短信", true),
    /** On a telephone whose browser lets itself be told: RFC 8030, with the page closed. */
    PUSH("webPush", "手机推送", true),
    WECHAT("wechat", "微信服务号", true),
    WECOM("wecom", "企业微信群机器人", false),
    DINGTALK("dingtalk", "钉钉群机器人", false),
    WEBHOOK("webhook", "外部系统（webhook）", false);

    private final String code;
    private final String label;
    private final boolean personal;

    Channel(String code, String label, boolean personal) {
        this.code = code;
        this.label = label;
        this.personal = personal;
    }

    @Override
    public String code() {
        return code;
    }

    /** As officials call it. */
    public String label() {
        return label;
    }

    /** Whether it reaches one person; otherwise a group or a program, which hears of each fact once. */
    public boolean personal() {
        return personal;
    }
}

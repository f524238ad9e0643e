package org.minqing.people;

import org.minqing.code.Coded;

/** What administrators do about an account. */
public enum PersonActKind implements Coded {
    OPENED("opened", "新建账号"),
    CHANGED("changed", "变更"),
    CLOSED("closed", "停用"),
    REOPENED("reopened", "恢复"),
    PASSWORD("password", "重设密码"),
    UNLOCKED("unlocked", "解除登录限制");

    private final String code;
    private final String label;

    PersonActKind(String code, String label) {
        this.code = code;
        this.label = label;
    }

    @Override
    public String code() {
        return code;
    }

    /** The Chinese word for it. */
    public String label() {
        return label;
    }
}

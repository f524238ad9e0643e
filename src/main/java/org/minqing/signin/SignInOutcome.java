package org.minqing.signin;

import org.minqing.code.Coded;

/** What became of an attempt to sign in. */
public enum SignInOutcome implements Coded {
    SIGNED_IN("signedIn", "登录成功"),
    REFUSED("refused", "用户名或密码不对"),
    /** Wrong once more, and the next has to be waited for. What is sent while waiting is not looked at and not recorded. */
    DELAYED("delayed", "多次不对，须等待"),
    UNLOCKED("unlocked", "解除等待");

    private final String code;
    private final String label;

    SignInOutcome(String code, String label) {
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

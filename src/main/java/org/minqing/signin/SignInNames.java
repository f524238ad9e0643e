package org.minqing.signin;

import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Under what a user name is counted. Whoever mistakes the field types his password into it, so the name itself is not kept. */
@Component
class SignInNames {

    private final JdbcClient jdbc;
    private volatile byte[] key;

    SignInNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same on all nodes, whether there is anybody of that name or not. */
    byte[] digest(String name) {
        if (key == null) {
            key = jdbc.sql("select key from sign_in_key").query(byte[].class).single();
        }
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(name);
    }
}

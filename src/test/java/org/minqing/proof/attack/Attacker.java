package org.minqing.proof.attack;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.minqing.support.Api;
import org.minqing.support.Session;

/**
 * Somebody who sends, signed in or not.
 *
 * @param name    user id; empty if nobody has signed in
 * @param cookie  header of a session of his
 * @param token   what a form of ours carries
 * @param xsrf    what the engine's web applications send with what changes something
 * @param basic   header of a program that sends his password
 */
record Attacker(String name, String cookie, String token, String xsrf, String basic) {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern XSRF = Pattern.compile("XSRF-TOKEN=([^;]+)");

    static Attacker anonymous(Api api) {
        var session = Session.anonymous(api);
        return of("", session, session.get("/submit").body(), "");
    }

    static Attacker of(Api api, String user) {
        var session = Session.of(api, user);
        var desk = session.send(
                        session.request("/desk").header("Accept", "text/html").GET())
                .body();
        var pair = user + ":" + api.password(user);
        return of(
                user,
                session,
                desk,
                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private static Attacker of(String name, Session session, String page, String basic) {
        return new Attacker(name, session.cookie(), found(TOKEN, page), found(XSRF, session.cookie()), basic);
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}

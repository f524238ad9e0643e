package org.minqing.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a browser does without showing it: signs in on our page, keeps cookies, and sends the tokens that belong to them. */
public final class Session {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final List<String> received = new ArrayList<>();
    private final String base;
    private String desk = "";

    private Session(String base) {
        this.base = base;
    }

    /** Somebody who has not signed in. */
    public static Session anonymous(Api api) {
        return new Session(api.base());
    }

    public static Session of(Api api, String user) {
        return of(api, user, api.password(user));
    }

    /** Somebody who is in no list. */
    public static Session of(Api api, String user, String password) {
        var session = new Session(api.base());
        var form =
                "username=" + user + "&password=" + encoded(password) + "&_csrf=" + encoded(session.token("/sign-in"));
        var answer = session.send(session.request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("refused")) {
            throw new AssertionError("Could not sign in as " + user + ": " + answer);
        }
        // Any first request to the engine's web applications brings the token that they ask for.
        session.send("GET", "/camunda/api/engine/engine/", null);
        return session;
    }

    /** The same browser at another node. */
    public Session at(Api other) {
        var there = new Session(other.base());
        cookies.getCookieStore().getCookies().forEach(cookie -> there.put(cookie.getName(), cookie.getValue()));
        return there;
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null);
    }

    /** Sends a form of ours with the token that the desk page carries, and does not follow the answer. */
    public HttpResponse<String> submit(String path, String fields) {
        return submit(path, fields, "/desk");
    }

    /** The same from another page that carries the token. */
    public HttpResponse<String> submit(String path, String fields, String page) {
        return submitWith(token(page), path, fields);
    }

    /** The same with a token that an earlier page of this session carried. */
    public HttpResponse<String> submitWith(String token, String path, String fields) {
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields + "&_csrf=" + encoded(token))));
    }

    /** The token of the desk page, which is good as long as the session is; empty if that page has no form of ours yet. */
    public String token() {
        if (desk.isEmpty()) {
            var found = TOKEN.matcher(
                    send(request("/desk").header("Accept", "text/html").GET()).body());
            desk = found.find() ? found.group(1) : "";
        }
        return desk;
    }

    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, json);
    }

    public HttpResponse<String> send(String method, String path, String json) {
        return send(method, path, json, "application/json");
    }

    /** @param accept what kind of answer is wanted */
    public HttpResponse<String> send(String method, String path, String json, String accept) {
        var request = request(path).header("Accept", accept);
        if (!engineToken().isEmpty()) {
            request.header("X-XSRF-TOKEN", engineToken());
        }
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        return send(request.method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    /** As if somebody else had put that cookie into this browser. */
    public void put(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(base), cookie);
    }

    /** Every cookie so far as it was set, with its attributes. */
    public List<String> cookiesReceived() {
        return received;
    }

    /** The cookies as a header, for somebody else to send: only for what is no text. */
    public String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(java.util.stream.Collectors.joining("; "));
    }

    /** The token of our own forms, as that page carries it. */
    public String token(String page) {
        var token = TOKEN.matcher(send("GET", page, null, "text/html").body());
        if (!token.find()) {
            throw new AssertionError(page + " has no token");
        }
        return token.group(1);
    }

    /** The token that the engine's web applications send; empty if they have given none. */
    public String engineToken() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            received.addAll(answer.headers().allValues("Set-Cookie"));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package org.minqing.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.minqing.support.AppealRules;
import org.minqing.support.Session;

/** What tests of accounts share: the administrator at his pages, and a town that is afterwards as it was. */
public abstract class PeopleTalk extends AppealRules {

    protected static final String GRID = "ganshui-erju-01-grid-worker";
    protected static final String GRID_2 = "ganshui-erju-02-grid-worker";
    protected static final String AUDITOR = "ganshui-discipline-auditor";
    protected static final String IN_MATOU = "matou-command-dispatcher";
    protected static final String PASSWORD = "only-for-this-test";

    private static final Pattern DRAWN = Pattern.compile("<p class=\"grouped\">([a-z0-9-]{14})</p>");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Set<String> before = new HashSet<>();

    protected Session admin;

    /** An id that nobody had before: what is written about accounts stays, and so do passwords for a minute. */
    protected String who;

    @BeforeEach
    void signIn() {
        who = "test-" + Long.toString(System.nanoTime(), 36);
        before.addAll(users());
        admin = Session.of(api, "admin");
    }

    @AfterEach
    void asItWas() {
        users().stream()
                .filter(user -> !before.contains(user))
                .forEach(user -> engine.getIdentityService().deleteUser(user));
        jdbc.sql("delete from closed_account").update();
    }

    private Set<String> users() {
        return engine.getIdentityService().createUserQuery().unlimitedList().stream()
                .map(User::getId)
                .collect(Collectors.toSet());
    }

    protected static String at(String user) {
        return "/admin/people/accounts/" + user;
    }

    protected HttpResponse<String> page(String path) {
        return page(admin, path);
    }

    protected static HttpResponse<String> page(Session who, String path) {
        return who.send("GET", path, null, "text/html");
    }

    /** Sends fields, given as name and value in turn. */
    protected HttpResponse<String> send(String path, String... fields) {
        return admin.submit(path, form(fields));
    }

    protected static String form(String... fields) {
        return Stream.iterate(0, i -> i < fields.length, i -> i + 2)
                .map(i -> fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    protected HttpResponse<String> upload(byte[] file) {
        var boundary = "a-part-of-a-form";
        var token = found(TOKEN, page("/admin/people/import").body());
        var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        var bytes = new java.io.ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(file);
        bytes.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return admin.send(admin.request("/admin/people/import")
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(bytes.toByteArray())));
    }

    /** A person of one post, who can sign in. */
    protected void opened(String user, String name, String... posts) {
        var fields = Stream.concat(
                        Stream.of("locality", "ganshui", "user", user, "name", name, "password", PASSWORD),
                        Stream.of(posts).flatMap(post -> Stream.of("post", post)))
                .toArray(String[]::new);
        var answer = send("/admin/people/new", fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    protected HttpResponse<String> closed(String user) {
        return send(at(user) + "/close", "why", "调离", "seen", seen(page(at(user) + "/close")));
    }

    protected static String drawn(HttpResponse<String> page) {
        return found(DRAWN, page.body());
    }

    protected static String seen(HttpResponse<String> page) {
        return found(SEEN, page.body());
    }

    protected static String found(Pattern pattern, String html) {
        var m = pattern.matcher(html);
        assertThat(m.find()).as("%s in %s", pattern, html).isTrue();
        return m.group(1);
    }

    protected int signIn(String user, String password) {
        return api.as(user, password).get("/api/tasks").status();
    }

    protected long acts(String user) {
        return jdbc.sql("select count(*) from person_act where person = ?")
                .param(user)
                .query(Long.class)
                .single();
    }

    /** Everything that an administrator could have changed. */
    protected Object everything() {
        return Stream.of(
                        "select id_, last_, pwd_ from act_id_user order by 1",
                        "select user_id_, group_id_ from act_id_membership order by 1, 2",
                        "select person, reason from closed_account order by 1",
                        "select count(*) from person_act",
                        "select id_, assignee_ from act_ru_task where assignee_ is not null order by 1")
                .map(sql -> jdbc.sql(sql).query().listOfRows())
                .toList();
    }
}

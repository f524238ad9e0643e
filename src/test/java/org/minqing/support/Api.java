package org.minqing.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Talks to the running application as a program does: JSON over HTTP, one person at a time. */
public final class Api {

    /** Status and body of an answer; the body is a missing node if it is no JSON. */
    public record Answer(int status, JsonNode json, HttpResponse<String> raw) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String base;
    private final Path accounts;
    private final String authorization;

    private Api(String base, Path accounts, String authorization) {
        this.base = base;
        this.accounts = accounts;
        this.authorization = authorization;
    }

    /** A resident's program: nobody has signed in. */
    public static Api of(int port, String dataDir) {
        return new Api("http://127.0.0.1:" + port, Path.of(dataDir, "accounts.csv"), null);
    }

    /** The same as a demonstration person, such as {@code ganshui-grid-01}. */
    public Api as(String user) {
        return as(user, password(user));
    }

    /** The same as somebody who is in no list. */
    public Api as(String user, String password) {
        var pair = user + ":" + password;
        var basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return new Api(base, accounts, basic);
    }

    public String password(String user) {
        return account(user).orElseThrow(() -> new AssertionError("No account " + user))[4];
    }

    /** Whether he is a demonstration person, and nobody whom a test hired. */
    public boolean knows(String user) {
        return account(user).isPresent();
    }

    private Optional<String[]> account(String user) {
        try (var lines = Files.lines(accounts)) {
            return lines.map(line -> line.split(","))
                    .filter(cells -> cells[3].equals(user))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String base() {
        return base;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Submits with a fresh key. */
    public Answer submit(String body) {
        return submit(UUID.randomUUID().toString(), body);
    }

    public Answer submit(String key, String body) {
        return send(request("/api/appeals")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Completes this person's task of that form on that appeal. */
    public Answer complete(String form, String number, String answers) {
        return post("/api/tasks/" + task(form, number).path("id").asText() + "/complete", answers);
    }

    /** This person's task of that form on that appeal. */
    public JsonNode task(String form, String number) {
        var tasks = about(number);
        return StreamSupport.stream(tasks.spliterator(), false)
                .filter(t -> t.path("form").asText().equals(form)
                        && t.path("number").asText().equals(number))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + form + " of " + number + " in " + tasks));
    }

    /** His tasks about one appeal: what tests left behind is more than the whole list shows. */
    private JsonNode about(String number) {
        return get("/api/tasks?number=" + number).json();
    }

    public boolean hasTask(String form, String number) {
        return StreamSupport.stream(about(number).spliterator(), false)
                .anyMatch(t -> t.path("form").asText().equals(form)
                        && t.path("number").asText().equals(number));
    }

    /** For whatever the methods above do not cover. */
    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            JsonNode json;
            try {
                json = JSON.readTree(response.body());
            } catch (IOException e) {
                json = JSON.missingNode();
            }
            return new Answer(response.statusCode(), json, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

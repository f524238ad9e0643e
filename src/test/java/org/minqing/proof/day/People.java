package org.minqing.proof.day;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.minqing.support.Api;
import org.minqing.support.Session;

/** Who works that day: the demonstration people of a locality, and colleagues whom the administrator has opened accounts for. */
final class People {

    private static final String PASSWORD = "a-long-day-in-one-town";

    private final String locality;
    private final List<Person> all = new ArrayList<>();
    private final List<String> holdings = new ArrayList<>();

    private People(String locality) {
        this.locality = locality;
    }

    /** @param wanted how many at least; those who are missing share posts with those who are there */
    static People of(Api api, Path data, String locality, int wanted) {
        var people = new People(locality);
        var posts = new LinkedHashMap<String, Set<String>>();
        var passwords = new LinkedHashMap<String, String>();
        for (var cells : accounts(data)) {
            if (cells[0].equals(locality)) {
                posts.computeIfAbsent(cells[3], user -> new TreeSet<>()).add(cells[2]);
                passwords.put(cells[3], cells[4]);
                people.holdings.add(cells[1] + "-" + cells[2]);
            }
        }
        var admin = Session.of(api, "admin");
        var shared = people.holdings.stream()
                .filter(holding -> !holding.endsWith("-auditor"))
                .toList();
        for (int i = posts.size(); i < wanted; i++) {
            var holding = shared.get(i % shared.size());
            var user = locality + "-colleague-" + i;
            open(admin, locality, user, "增派" + i, holding);
            posts.put(user, Set.of(post(data, holding)));
            passwords.put(user, PASSWORD);
        }
        passwords.forEach((user, password) -> people.all.add(Person.of(api, user, password, posts.get(user))));
        return people;
    }

    String locality() {
        return locality;
    }

    List<Person> all() {
        return all;
    }

    List<String> users() {
        return all.stream().map(Person::user).toList();
    }

    List<Person> with(String post) {
        return all.stream().filter(person -> person.is(post)).toList();
    }

    /** The first of them; each locality has one of each of the posts that are asked for here. */
    Person one(String post) {
        return with(post).get(0);
    }

    Optional<Person> find(String user) {
        return all.stream().filter(person -> person.user().equals(user)).findFirst();
    }

    /** Posts at their units, as {@code <unit>-<post>}. */
    List<String> holdings() {
        return holdings;
    }

    private static void open(Session admin, String locality, String user, String name, String holding) {
        var fields = Map.of("locality", locality, "user", user, "name", name, "password", PASSWORD, "post", holding);
        var form = new StringBuilder();
        fields.forEach((key, value) -> form.append('&')
                .append(key)
                .append('=')
                .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8)));
        var answer = admin.submit("/admin/people/new", form.substring(1));
        if (answer.statusCode() != 200) {
            throw new AssertionError("No account for " + user + ": " + answer.body());
        }
    }

    private static String post(Path data, String holding) {
        return accounts(data).stream()
                .filter(cells -> holding.equals(cells[1] + "-" + cells[2]))
                .findFirst()
                .orElseThrow()[2];
    }

    private static List<String[]> accounts(Path data) {
        try (var lines = Files.lines(data.resolve("accounts.csv"))) {
            return lines.skip(1).map(line -> line.split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

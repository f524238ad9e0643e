package org.minqing.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Who may call what: the rows of {@code access.csv} and then those of {@code access-engine.csv}, the first that matches
 * decides, and what no row matches is closed. Which appeal or task somebody may see is decided behind it.
 */
@Component
class AccessTable {

    static final String OURS = "access.csv";
    static final String ENGINE = "access-engine.csv";

    /** In the order in which they are read. No address is in both, so that neither hides a row of the other. */
    private static final List<String> FILES = List.of(OURS, ENGINE);

    /** Whom a row admits. */
    public enum Who {
        ANYONE,
        STAFF,
        DISPATCHER,
        SUPERVISOR,
        REGISTRAR,
        AUDITOR,
        ADMINISTRATOR,
        /** Closed on purpose: the row is there to say so. */
        NOBODY;

        String authority() {
            return "ROLE_" + name();
        }
    }

    /** @param methods HTTP methods in capitals; {@code *} for all */
    public record Row(Set<Who> who, Set<String> methods, String pattern, List<RequestMatcher> matchers) {

        boolean matches(HttpServletRequest request) {
            return matchers.stream().anyMatch(m -> m.matches(request));
        }

        /** Who it is is not even asked where anybody may come: to find out is a question to the database. */
        boolean admits(Supplier<Authentication> caller) {
            if (who.contains(Who.ANYONE)) {
                return true;
            }
            var authorities = caller.get().getAuthorities().stream()
                    .map(GrantedAuthority::getAuthority)
                    .collect(Collectors.toSet());
            return who.stream().anyMatch(w -> authorities.contains(w.authority()));
        }
    }

    private final List<Row> rows;

    AccessTable() {
        rows = FILES.stream().flatMap(file -> rowsOf(file).stream()).toList();
    }

    static List<Row> rowsOf(String file) {
        try (var reader = new BufferedReader(
                new InputStreamReader(new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> row(file, line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String file, String line) {
        var cells = line.split(",", -1);
        if (cells.length != 3) {
            throw new IllegalStateException(file + ": who,method,path expected: " + line);
        }
        var who = Arrays.stream(cells[0].trim().split("\\|"))
                .map(w -> Who.valueOf(w.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        var methods = Arrays.stream(cells[1].trim().split("\\|"))
                .flatMap(AccessTable::withHead)
                .collect(Collectors.toSet());
        var pattern = cells[2].trim();
        var matchers = methods.stream().map(m -> matcher(m, pattern)).toList();
        return new Row(who, methods, pattern, matchers);
    }

    private static RequestMatcher matcher(String method, String pattern) {
        var paths = PathPatternRequestMatcher.withDefaults();
        return method.equals("*") ? paths.matcher(pattern) : paths.matcher(HttpMethod.valueOf(method), pattern);
    }

    /** Who may read may also ask whether there is something to read. */
    private static Stream<String> withHead(String method) {
        return method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method);
    }

    /** In the order in which they are asked. */
    public List<Row> rows() {
        return rows;
    }

    /** The row that decides about a request; empty if it is not listed, and so closed. */
    Optional<Row> rowOf(HttpServletRequest request) {
        return rows.stream().filter(row -> row.matches(request)).findFirst();
    }
}

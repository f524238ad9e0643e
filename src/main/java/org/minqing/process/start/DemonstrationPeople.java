package org.minqing.process.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.authorization.Groups;
import org.minqing.organisation.Holding;
import org.minqing.organisation.Localities;
import org.minqing.organisation.Locality;
import org.minqing.organisation.Person;
import org.minqing.people.DrawnPassword;
import org.minqing.process.staff.Accounts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * People to try the system with, on the embedded database only. Passwords are drawn once for each installation and kept
 * in {@code accounts.csv} beside the data: locality,unit,role,user,password.
 */
@Component
class DemonstrationPeople {

    static final String ADMINISTRATOR = "admin";

    private static final String HEADER = "locality,unit,role,user,password";

    private final Localities localities;
    private final Accounts accounts;
    private final Path file;

    DemonstrationPeople(Localities localities, Accounts accounts, @Value("${minqing.data-dir:.data}") Path dataDir) {
        this.localities = localities;
        this.accounts = accounts;
        this.file = dataDir.resolve("accounts.csv");
    }

    /** Where the list of accounts lies. */
    Path file() {
        return file;
    }

    void create() {
        var passwords = passwords();
        var existing = accounts.users();
        var lines = new ArrayList<String>(List.of(HEADER));
        var missing = new ArrayList<Runnable>();
        for (var locality : localities.all()) {
            for (var person : locality.people()) {
                var password = account(
                        person.user(),
                        person.name(),
                        groups(person),
                        passwords,
                        existing.contains(person.user()),
                        missing);
                person.memberships().forEach(h -> lines.add(line(locality, h, person.user(), password)));
            }
        }
        var password = account(
                ADMINISTRATOR,
                "系统管理员",
                List.of(Groups.CAMUNDA_ADMIN),
                passwords,
                existing.contains(ADMINISTRATOR),
                missing);
        lines.add(String.join(",", "", "", "administrator", ADMINISTRATOR, password));
        // Written before the accounts are made: a password that was lost on the way could never be told again.
        write(lines);
        // A strong hash is slow on purpose; the cores share the work.
        missing.parallelStream().forEach(Runnable::run);
    }

    private String account(
            String user,
            String name,
            List<String> groups,
            Map<String, String> passwords,
            boolean exists,
            List<Runnable> todo) {
        var known = passwords.get(user);
        var password = known == null ? DrawnPassword.draw() : known;
        if (!exists) {
            todo.add(() -> accounts.user(user, name, password, groups));
        } else if (known == null) {
            todo.add(() -> accounts.password(user, password));
        }
        return password;
    }

    private static List<String> groups(Person person) {
        return person.memberships().stream().map(Holding::group).toList();
    }

    private static String line(Locality locality, Holding holding, String user, String password) {
        return String.join(
                ",", locality.code(), holding.unit().code(), holding.post().code(), user, password);
    }

    /** User to password, as the file says. */
    Map<String, String> passwords() {
        var passwords = new LinkedHashMap<String, String>();
        try {
            if (Files.exists(file)) {
                Files.readAllLines(file).stream()
                        .skip(1)
                        .map(line -> line.split(","))
                        .filter(cells -> cells.length == 5)
                        .forEach(cells -> passwords.put(cells[3], cells[4]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return passwords;
    }

    private void write(List<String> lines) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

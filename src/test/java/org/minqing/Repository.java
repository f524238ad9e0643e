package org.minqing;

import static org.minqing.DocsPage.find;
import static org.minqing.DocsPage.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** What is there to be named by prose: files, types, tables, addresses, settings. */
final class Repository {

    static final Path SOURCES = Path.of("src/main/java/org/minqing");
    static final String POM = read(Path.of("pom.xml"));

    private static final List<String> ROOTS = List.of("src", "processes", "dmn", "forms");
    private static final Properties SETTINGS = settings();

    private Repository() {}

    /** {@code <locality>} and the like stand for any name: one such file or folder is enough. */
    static boolean hasPath(String path) {
        if (!path.contains("<")) {
            return Files.exists(Path.of(path));
        }
        var matcher = FileSystems.getDefault()
                .getPathMatcher("glob:" + path.replaceAll("<[^>]+>", "*").replaceAll("/$", ""));
        return files(path.substring(0, path.indexOf('<'))).anyMatch(matcher::matches);
    }

    static boolean hasFileNamed(String name) {
        return ROOTS.stream()
                .flatMap(Repository::files)
                .anyMatch(file -> file.getFileName().toString().equals(name));
    }

    /** Nested types and methods are looked for in the text of their file. */
    static boolean hasType(String name) {
        var parts = List.of(name.split("\\."));
        var first = parts.stream()
                .filter(part -> part.matches("[A-Z].*"))
                .findFirst()
                .orElseThrow();
        var at = parts.indexOf(first);
        var end = String.join("/", parts.subList(0, at)) + "/" + first + ".java";
        var inside = parts.subList(at + 1, parts.size());
        return files("src")
                .filter(file -> ("/" + file).endsWith(end.startsWith("/") ? end : "/" + end))
                .map(DocsPage::read)
                .anyMatch(source -> inside.stream().allMatch(member -> has(source, member)));
    }

    private static boolean has(String source, String member) {
        var pattern =
                member.matches("[A-Z].*") ? "(class|record|enum|interface) " + member + "\\b" : "\\b" + member + "\\(";
        return Pattern.compile(pattern).matcher(source).find();
    }

    static boolean hasTable(String name) {
        return texts("src/main/resources/db/migration").anyMatch(sql -> sql.contains("create table " + name + " "));
    }

    static boolean hasElement(String id) {
        return texts("processes").anyMatch(model -> model.contains(" id=\"" + id + "\""));
    }

    /** A row of the access table admits it to somebody. */
    static boolean hasAddress(String address) {
        var rows = Stream.of("access.csv", "access-engine.csv")
                .flatMap(file -> read(Path.of("src/main/resources", file)).lines())
                .filter(line -> line.contains(",") && !line.startsWith("#") && !line.startsWith("nobody"))
                .map(line -> line.split(",")[2].strip());
        return address.endsWith("…")
                ? rows.anyMatch(row -> row.startsWith(address.replace("…", "")))
                : rows.anyMatch(
                        row -> PathPatternParser.defaultInstance.parse(row).matches(PathContainer.parsePath(address)));
    }

    /** Read by the code, or set in {@code application.yml}. */
    static boolean hasSetting(String property) {
        return SETTINGS.containsKey(property)
                || texts(SOURCES.toString()).anyMatch(source -> source.contains("${" + property + ":"));
    }

    /** As the environment writes it, or as Spring reads it. */
    static boolean hasVariable(String variable) {
        var name = variable.toLowerCase();
        return hasSetting(name.replace('_', '.'))
                || hasSetting(name.replaceFirst("_", ".").replace('_', '-'))
                || read(Path.of("docker-compose.yml")).contains(variable);
    }

    /** The words of each package by its name: what its {@code package-info.java} begins with. */
    static Map<String, String> packages(Pattern words) {
        var folders = files(SOURCES.toString())
                .filter(file -> file.toString().endsWith(".java"))
                .map(Path::getParent)
                .filter(folder -> !folder.equals(SOURCES))
                .collect(Collectors.toCollection(TreeSet::new));
        var found = new TreeMap<String, String>();
        for (var folder : folders) {
            var info = read(folder.resolve("package-info.java"));
            found.put(
                    SOURCES.relativize(folder).toString().replace('/', '.'),
                    find(words, info).findFirst().orElse("no word"));
        }
        return found;
    }

    /** Package to Chinese word. */
    static Map<String, String> packagesInChinese() {
        return packages(Pattern.compile("^/\\*\\* [^(.]*\\((\\p{IsHan}[^)]*)\\)"));
    }

    private static Stream<String> texts(String root) {
        return files(root).filter(Files::isRegularFile).map(DocsPage::read);
    }

    private static Stream<Path> files(String root) {
        try (var files = Files.walk(Path.of(root))) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties settings() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));
        return yaml.getObject();
    }
}

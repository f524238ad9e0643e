package org.minqing.process.decisions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.minqing.process.forms.FormFiles;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The models on the class path under names that do not depend on where the program lies: a name that changes with the
 * folder would make a new version of every model at every move.
 *
 * @param name   such as {@code dmn/zhangjiashan/handling-tier.dmn}
 * @param tenant the locality whose own table this is, or null for what is shared
 */
public record ModelFile(String name, String tenant, Resource resource) {

    private static final Pattern NAME =
            Pattern.compile("(processes|dmn|forms)/(?:([a-z0-9]+)/)?[a-z-]+\\.(bpmn|dmn|form)$");

    /** All of them, sorted by name; forms with their parts in place. */
    public static List<ModelFile> onClassPath() {
        var forms = FormFiles.onClassPath().entrySet().stream()
                .map(form ->
                        of(form.getKey(), new ByteArrayResource(form.getValue().getBytes(StandardCharsets.UTF_8))));
        return Stream.of(files("processes/*.bpmn"), decisions().stream(), forms)
                .flatMap(files -> files)
                .sorted(Comparator.comparing(ModelFile::name))
                .toList();
    }

    /** The decision tables, sorted by name. */
    public static List<ModelFile> decisions() {
        return files("dmn/**/*.dmn")
                .sorted(Comparator.comparing(ModelFile::name))
                .toList();
    }

    private static Stream<ModelFile> files(String pattern) {
        try {
            var all = new ArrayList<ModelFile>();
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern)) {
                all.add(of(file.getURL().getPath(), file));
            }
            return all.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelFile of(String path, Resource resource) {
        var matcher = NAME.matcher(path);
        if (!matcher.find()) {
            throw new IllegalStateException("Not named as a model should be: " + path);
        }
        return new ModelFile(matcher.group(), matcher.group(2), resource);
    }

    public InputStream open() {
        try {
            return resource.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

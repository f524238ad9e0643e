package org.minqing.process.decisions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
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

    /** All of them, sorted by name. */
    public static List<ModelFile> onClassPath() {
        var resolver = new PathMatchingResourcePatternResolver();
        return List.of("processes/*.bpmn", "dmn/**/*.dmn", "forms/*.form").stream()
                .flatMap(pattern -> resources(resolver, "classpath*:" + pattern))
                .map(ModelFile::of)
                .sorted(Comparator.comparing(ModelFile::name))
                .toList();
    }

    private static java.util.stream.Stream<Resource> resources(
            PathMatchingResourcePatternResolver resolver, String pattern) {
        try {
            return Arrays.stream(resolver.getResources(pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelFile of(Resource resource) {
        try {
            var matcher = NAME.matcher(resource.getURL().getPath());
            if (!matcher.find()) {
                throw new IllegalStateException("Not named as a model should be: " + resource);
            }
            return new ModelFile(matcher.group(), matcher.group(2), resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public InputStream open() {
        try {
            return resource.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.minqing.process.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The forms as the engine stores them, Tasklist draws them and the server checks them: with their parts in place. */
public final class FormFiles {

    private FormFiles() {}

    /**
     * Text of each form on the class path by its name, such as {@code forms/call-resident.form}.
     *
     * @throws IllegalArgumentException naming the file, if forms and parts do not fit together
     */
    public static Map<String, String> onClassPath() {
        return FormParts.compose(read("forms/"), read("forms/parts/"));
    }

    private static Map<String, String> read(String folder) {
        var texts = new TreeMap<String, String>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "*.form")) {
                texts.put(folder + file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.minqing.desk.tasks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The service worker, which reaches the desk and all below it. It begins with a digest of our style sheets and
 * scripts, so that a browser notices an upgrade as a changed worker, and the worker drops what it kept of the old ones.
 */
@Controller
class DeskWorker {

    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final String script;

    DeskWorker() throws IOException {
        script = "const VERSION = '" + version() + "';\n"
                + new ClassPathResource("static/js/desk-worker.js").getContentAsString(StandardCharsets.UTF_8);
    }

    @GetMapping("/desk/worker.js")
    ResponseEntity<String> worker() {
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                // By its own address it would reach only what lies below the desk.
                .header("Service-Worker-Allowed", "/desk")
                .body(script);
    }

    private static String version() throws IOException {
        var resolver = new PathMatchingResourcePatternResolver();
        var all = new StringBuilder();
        for (var pattern : new String[] {"classpath:static/css/*.css", "classpath:static/js/*.js"}) {
            var files = resolver.getResources(pattern);
            Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
            for (var file : files) {
                all.append(file.getFilename()).append('\n').append(file.getContentAsString(StandardCharsets.UTF_8));
            }
        }
        return DigestUtils.md5DigestAsHex(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}

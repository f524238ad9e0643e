package org.minqing.hints;

import java.nio.charset.StandardCharsets;
import org.minqing.policy.PolicyFile;
import org.springframework.core.io.ByteArrayResource;

/** Files of hints for tests. */
final class HintFiles {

    private HintFiles() {}

    static HintFile parse(String yaml) {
        return new PolicyFile("hints.yml", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
                .read(HintFile.class);
    }
}

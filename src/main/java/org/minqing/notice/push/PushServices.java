package org.minqing.notice.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import org.minqing.policy.PolicyFile;
import org.springframework.stereotype.Component;

/**
 * The rules of {@code push.yml}. A browser says itself where it is reached, so that anybody who signed in could make us ask
 * anything; only what makers of browsers run is asked.
 */
@Component
class PushServices {

    private static final int LONGEST = 1_000;

    private record File(List<String> services, Duration kept, int most) {}

    private final File file;

    /** @throws IllegalStateException naming the line, if the file cannot be used */
    PushServices() {
        this(new PolicyFile("push.yml"));
    }

    PushServices(PolicyFile policy) {
        file = policy.read(File.class);
        file.services.stream()
                .filter(name -> !name.matches("(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)+"))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalStateException("push.yml: services: " + name + " is no name of a host");
                });
        if (file.most < 1 || file.kept.isNegative() || file.kept.toDays() > 28) {
            throw new IllegalStateException("push.yml: most must be 1 or more, kept no longer than 28 days");
        }
    }

    /** Whether that is an address of a service that may be asked. */
    boolean allows(String endpoint) {
        try {
            var address = new URI(endpoint);
            return endpoint.length() <= LONGEST
                    && "https".equals(address.getScheme())
                    && address.getPort() == -1
                    && address.getUserInfo() == null
                    && address.getHost() != null
                    && file.services.stream().anyMatch(name -> names(name, address.getHost()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean names(String name, String host) {
        return name.startsWith("*.") ? host.endsWith(name.substring(1)) : host.equals(name);
    }

    /** How long a service keeps what it could not deliver. */
    Duration kept() {
        return file.kept;
    }

    /** So many browsers of one person. */
    int most() {
        return file.most;
    }
}

package org.minqing.notice.channel;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.minqing.code.Coded;
import org.minqing.notice.push.Browsers;
import org.minqing.organisation.Localities;
import org.minqing.policy.PolicyFile;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.io.FileSystemResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Who sends for which locality: the file that {@code minqing.notices.senders-file} names, if it is there. Without it nobody is
 * told outside, and everything else works.
 */
@Component
class FileSenders implements Senders {

    private record File(Map<String, Map<String, Map<String, Object>>> senders) {}

    private final Map<String, Map<Channel, Sender>> byLocality = new TreeMap<>();
    private final Outgoing http;

    /** @throws IllegalStateException naming the line, if the file cannot be used, a secret is missing or an address is closed */
    FileSenders(
            NoticeProperties properties,
            Localities localities,
            Environment environment,
            ObjectProvider<JavaMailSender> mail,
            InstantSource clock,
            Browsers browsers) {
        var networks = new Networks(properties.openNetworks());
        http = new Outgoing(networks, properties.patience());
        var path = Path.of(properties.sendersFile());
        var file = new PolicyFile(path.getFileName().toString(), new FileSystemResource(path));
        if (!file.exists()) {
            return;
        }
        var opening = new Opening(http, networks, clock, server(mail), browsers);
        file.read(File.class).senders().forEach((locality, channels) -> {
            if (localities.find(locality).isEmpty()) {
                throw new IllegalStateException(path.getFileName() + ": " + locality + ": there is no such locality");
            }
            var opened = new EnumMap<Channel, Sender>(Channel.class);
            channels.forEach((code, values) -> {
                var where = path.getFileName() + ": " + locality + "." + code;
                var channel = Coded.find(Channel.class, code)
                        .orElseThrow(() -> new IllegalStateException(where + ": there is no such channel"));
                opened.put(channel, opening.open(channel, new Settings(where, values, environment::getProperty)));
            });
            byLocality.put(locality, opened);
        });
    }

    /** A host that is set to nothing makes a sender that would ask this very machine. */
    private static JavaMailSender server(ObjectProvider<JavaMailSender> mail) {
        var server = mail.getIfAvailable();
        return server instanceof JavaMailSenderImpl smtp && !StringUtils.hasText(smtp.getHost()) ? null : server;
    }

    @Override
    public Optional<Sender> find(String locality, Channel channel) {
        return Optional.ofNullable(byLocality.getOrDefault(locality, Map.of()).get(channel));
    }

    @Override
    public Set<Channel> of(String locality) {
        return Set.copyOf(byLocality.getOrDefault(locality, Map.of()).keySet());
    }

    @PreDestroy
    void close() throws IOException {
        http.close();
    }
}

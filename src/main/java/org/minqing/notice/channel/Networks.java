package org.minqing.notice.channel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Which addresses a service outside may have. Whoever sets a webhook must not reach what only this machine or its neighbours
 * reach; asked when a connection is made, so that a name which changes its mind in between gains nothing.
 */
final class Networks implements DnsResolver {

    /** Not for services outside: RFC 6890 and what lies within addresses of the sixth version. */
    private static final List<IpAddressMatcher> RESERVED = matchers(List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "224.0.0.0/3",
            "::/96",
            "64:ff9b::/96",
            "2002::/16",
            "fc00::/7",
            "fe80::/10",
            "ff00::/8"));

    /** It is not asked. */
    static final class Forbidden extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Forbidden(String host) {
            super(host + " lies in a network that is closed to notices");
        }
    }

    private final List<IpAddressMatcher> opened;

    /** @param opened networks that are allowed all the same, such as {@code 10.1.2.0/24} where the gateway stands */
    Networks(List<String> opened) {
        this.opened = matchers(opened);
    }

    private static List<IpAddressMatcher> matchers(List<String> networks) {
        return networks.stream().map(IpAddressMatcher::new).toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = InetAddress.getAllByName(host);
        if (!Arrays.stream(addresses).allMatch(this::allowed)) {
            throw new Forbidden(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private boolean allowed(InetAddress address) {
        var ip = address.getHostAddress().replaceFirst("%.*", "");
        return in(opened, ip) || !in(RESERVED, ip);
    }

    private static boolean in(List<IpAddressMatcher> networks, String ip) {
        return networks.stream().anyMatch(network -> network.matches(ip));
    }
}

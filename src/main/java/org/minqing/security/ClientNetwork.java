package org.minqing.security;

import jakarta.servlet.ServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where a request comes from, as far as it can be counted. Behind a proxy it is what the proxy says, and only if the server
 * is set to believe that proxy ({@code server.forward-headers-strategy}); a header that a client sends is never read here.
 *
 * @param address one client: an IPv4 address such as {@code 203.0.113.7}, or the /64 of an IPv6 address such as
 *                {@code 2001:db8:1:2::/64}, of which a household or an office has all
 * @param network its neighbours: the /24 of an IPv4 address, the /48 of an IPv6 address
 */
public record ClientNetwork(String address, String network) {

    /** No name of a host, which would have to be looked up. */
    private static final Pattern NUMBERS = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private static final ClientNetwork UNKNOWN = new ClientNetwork("unknown", "unknown");

    public static ClientNetwork of(ServletRequest request) {
        return of(request.getRemoteAddr());
    }

    /** @param text an address in numbers; all that is none counts as one client */
    public static ClientNetwork of(String text) {
        var literal = text == null ? "" : text.replaceFirst("%.*", "");
        if (!NUMBERS.matcher(literal).matches()) {
            return UNKNOWN;
        }
        try {
            // An IPv4 address in IPv6 clothes becomes one here.
            var parsed = InetAddress.getByName(literal);
            var bytes = parsed.getAddress();
            return bytes.length == 4
                    ? new ClientNetwork(
                            parsed.getHostAddress(),
                            (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + ".0/24")
                    : new ClientNetwork(prefix(bytes, 4), prefix(bytes, 3));
        } catch (UnknownHostException e) {
            return UNKNOWN;
        }
    }

    /** Whether it is an address in numbers. */
    public static boolean isAddress(String text) {
        return !of(text).equals(UNKNOWN);
    }

    /** @param groups of 16 bits each */
    private static String prefix(byte[] bytes, int groups) {
        return IntStream.range(0, groups)
                .mapToObj(i -> Integer.toHexString((bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff)))
                .collect(Collectors.joining(":", "", "::/" + 16 * groups));
    }
}

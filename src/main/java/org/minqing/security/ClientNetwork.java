package org.minqing.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.StringJoiner;

/**
 * The network that counts as one client: an IPv4 address, and of an IPv6 address its first 64 bits, because a household or an
 * office has all of those that follow to itself.
 */
public final class ClientNetwork {

    private ClientNetwork() {}

    /**
     * @param address as the server tells it, never a name: {@code 203.0.113.7} or {@code 2001:db8:1:2:3:4:5:6}
     * @return such as {@code 203.0.113.7} or {@code 2001:db8:1:2::/64}
     */
    public static String of(String address) {
        if (address == null || !address.contains(":")) {
            return String.valueOf(address);
        }
        try {
            var parsed = InetAddress.getByName(address);
            // An IPv4 address in IPv6 clothes has become one already.
            return parsed instanceof Inet6Address ? first64Bits(parsed.getAddress()) : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private static String first64Bits(byte[] bytes) {
        var groups = new StringJoiner(":", "", "::/64");
        for (int i = 0; i < 8; i += 2) {
            groups.add(Integer.toHexString((bytes[i] & 0xff) << 8 | (bytes[i + 1] & 0xff)));
        }
        return groups.toString();
    }
}

package org.minqing.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;
import org.minqing.security.ClientNetwork;

/** Tomcat's HTTP, of which no address and no network has more than so many connections. One too many is closed at once. */
public final class BoundedProtocol extends Http11NioProtocol {

    public BoundedProtocol() {
        super(new BoundedEndpoint());
    }

    /** @param many addresses behind which many clients stand, and of which any number is taken */
    void bound(int perAddress, int perNetwork, Predicate<String> many) {
        var endpoint = (BoundedEndpoint) getEndpoint();
        endpoint.perAddress = perAddress;
        endpoint.perNetwork = perNetwork;
        endpoint.many = many;
    }

    private static final class BoundedEndpoint extends NioEndpoint {

        /** Only the one thread that accepts connections looks at it. */
        private final Map<SocketChannel, ClientNetwork> open = new HashMap<>();

        private volatile int perAddress = Integer.MAX_VALUE;
        private volatile int perNetwork = Integer.MAX_VALUE;
        private volatile Predicate<String> many = address -> false;

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            if (admitted(socket)) {
                return super.setSocketOptions(socket);
            }
            // Tomcat itself would only close what it has registered.
            destroySocket(socket);
            return false;
        }

        private boolean admitted(SocketChannel socket) {
            open.keySet().removeIf(other -> !other.isOpen());
            var text = address(socket);
            // Without an address it comes over a file of this machine, from a proxy.
            if (text.isEmpty() || many.test(text)) {
                return true;
            }
            var client = ClientNetwork.of(text);
            var ofAddress = open.values().stream()
                    .filter(other -> other.address().equals(client.address()))
                    .count();
            var ofNetwork = open.values().stream()
                    .filter(other -> other.network().equals(client.network()))
                    .count();
            if (ofAddress >= perAddress || ofNetwork >= perNetwork) {
                return false;
            }
            open.put(socket, client);
            return true;
        }

        private static String address(SocketChannel socket) {
            try {
                return socket.getRemoteAddress() instanceof InetSocketAddress remote
                        ? remote.getAddress().getHostAddress()
                        : "";
            } catch (IOException e) {
                return "";
            }
        }
    }
}

package org.minqing.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7, 203.0.113.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64, 2001:db8:1::/48",
        "2001:db8:1:2:ffff::1, 2001:db8:1:2::/64, 2001:db8:1::/48",
        "0:0:0:0:0:0:0:1, 0:0:0:0::/64, 0:0:0::/48",
        "::ffff:203.0.113.7, 203.0.113.7, 203.0.113.0/24"
    })
    void anIpv4AddressIsOneAndOfIpv6TheFirst64BitsAre(String text, String address, String network) {
        assertThat(ClientNetwork.of(text)).isEqualTo(new ClientNetwork(address, network));
    }

    @Test
    void neighboursShareANetworkAndNotAnAddress() {
        var one = ClientNetwork.of("198.51.100.7");
        var neighbour = ClientNetwork.of("198.51.100.8");
        var stranger = ClientNetwork.of("198.51.101.7");
        assertThat(one.address()).isNotEqualTo(neighbour.address());
        assertThat(one.network()).isEqualTo(neighbour.network()).isNotEqualTo(stranger.network());
    }

    /** Whoever has one has 2 to the 64, and could send each request from another. */
    @Test
    void aHouseholdWithIpv6IsOneAddress() {
        var one = ClientNetwork.of("2001:db8:1:2:3:4:5:6");
        assertThat(ClientNetwork.of("2001:db8:1:2::1").address()).isEqualTo(one.address());
        assertThat(ClientNetwork.of("2001:db8:1:3::1").address()).isNotEqualTo(one.address());
        assertThat(ClientNetwork.of("2001:db8:1:3::1").network()).isEqualTo(one.network());
        assertThat(ClientNetwork.of("2001:db8:2::1").network()).isNotEqualTo(one.network());
        assertThat(ClientNetwork.of("fe80::1%eth0")).isEqualTo(ClientNetwork.of("fe80::1"));
        assertThat(ClientNetwork.of("::ffff:198.51.100.7")).isEqualTo(ClientNetwork.of("198.51.100.7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "evil.example", "1.2.3.4, 5.6.7.8", "999.1.1.1", "_gazonk", "::::"})
    void whatIsNoAddressIsLookedUpNowhereAndCountsAsOneClient(String text) {
        assertThat(ClientNetwork.of(text)).isEqualTo(new ClientNetwork("unknown", "unknown"));
        assertThat(ClientNetwork.of((String) null)).isEqualTo(new ClientNetwork("unknown", "unknown"));
    }
}

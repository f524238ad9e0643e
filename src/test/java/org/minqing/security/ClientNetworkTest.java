package org.minqing.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as one client. */
class ClientNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:db8:1:2:ffff::1, 2001:db8:1:2::/64",
        "2001:db8:1:3::1, 2001:db8:1:3::/64",
        "0:0:0:0:0:0:0:1, 0:0:0:0::/64",
        "::ffff:203.0.113.7, 203.0.113.7",
        "unknown, unknown"
    })
    void anIpv4AddressIsOneAndOfIpv6TheFirst64BitsAre(String address, String network) {
        assertThat(ClientNetwork.of(address)).isEqualTo(network);
    }
}

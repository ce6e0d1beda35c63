package dev.helium.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, 11.0.0.0",
    "172.16.0.0/12, 172.31.255.255, 172.32.0.0",
    "192.168.1.7, 192.168.1.7, 192.168.1.8",
    "0.0.0.0/0, 255.255.255.255, ::1",
    "2000::/3, 3fff::1, 4000::1",
    "2001:db8::/33, 2001:db8:7fff::1, 2001:db8:8000::1",
    "::1, ::1, 0.0.0.1"
  })
  void holdsWhatBeginsWithItsBitsAndNothingElse(String network, String inside, String outside) {
    assertThat(Network.of(network).contains(InetAddress.ofLiteral(inside))).isTrue();
    assertThat(Network.of(network).contains(InetAddress.ofLiteral(outside))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::/129"})
  void whatIsNoNetworkIsNone(String text) {
    assertThat(Network.parse(text)).isEmpty();
  }

  @Test
  void whatTheProgramNamesHasToBeOne() {
    assertThatThrownBy(() -> Network.of("10.0.0.0/33"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("10.0.0.0/33 is no network");
  }
}

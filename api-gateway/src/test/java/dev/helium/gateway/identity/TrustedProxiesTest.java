package dev.helium.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrustedProxiesTest {
  @Test
  void thoseOnThisMachineAreTrustedUnlessOthersAreNamed() {
    assertThat(TrustedProxies.HERE.contains("127.0.0.1")).isTrue();
    assertThat(TrustedProxies.HERE.contains("127.4.5.6")).isTrue();
    assertThat(TrustedProxies.HERE.contains("::1")).isTrue();
    assertThat(TrustedProxies.HERE.contains("10.0.0.1")).isFalse();
    assertThat(TrustedProxies.HERE.contains(null)).isFalse();
  }

  @Test
  void addressesAndNetworksAreTold() {
    // given
    TrustedProxies proxies = TrustedProxies.parse("10.1.2.3, 192.168.0.0/17,2001:db8::/33");
    // when, then
    assertThat(proxies.contains("10.1.2.3")).isTrue();
    assertThat(proxies.contains("10.1.2.4")).isFalse();
    assertThat(proxies.contains("192.168.127.255")).isTrue();
    assertThat(proxies.contains("192.168.128.0")).isFalse();
    assertThat(proxies.contains("2001:db8:7fff::1")).isTrue();
    assertThat(proxies.contains("2001:db8:8000::1")).isFalse();
    assertThat(proxies.contains("127.0.0.1")).isFalse();
  }

  @Test
  void nobodyCanBeTrustedAndEverybodyOfAKind() {
    assertThat(TrustedProxies.parse("none").contains("127.0.0.1")).isFalse();
    assertThat(TrustedProxies.parse("0.0.0.0/0").contains("9.9.9.9")).isTrue();
    assertThat(TrustedProxies.parse("0.0.0.0/0").contains("::1")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "proxy.example.com", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/-1", ","})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> TrustedProxies.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be addresses such as");
  }
}

package dev.helium.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocalNamesTest {
  @Test
  void namesAndAddressesOfThisMachineAreLocal() {
    // given, when, then
    for (String host :
        new String[] {
          "localhost", "LocalHost", "helium.localhost", "127.0.0.1", "127.8.9.1", "::1", "[::1]"
        }) {
      assertThat(LocalNames.isLocal(host)).as(host).isTrue();
    }
  }

  @Test
  void everythingElseIsNot() {
    // given, when, then
    for (String host :
        new String[] {
          "example.com",
          "127.0.0.1.example.com",
          "localhost.example.com",
          "10.0.0.1",
          "0.0.0.0",
          "",
          "[",
          "1"
        }) {
      assertThat(LocalNames.isLocal(host)).as(host).isFalse();
    }
  }
}

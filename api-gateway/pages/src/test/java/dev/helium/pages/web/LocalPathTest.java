package dev.helium.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
  @ParameterizedTest
  @ValueSource(strings = {"/", "/get/demo-1", "/list?scope=all&status=failed", "/get/a%20b#events"})
  void addressesOfThisSiteAreKept(String address) {
    assertThat(LocalPath.of(address)).hasValue(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "list",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        " //evil.example",
        "https://evil.example/",
        "HTTPS:/evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "/a b",
        "/ä"
      })
  void addressesThatMayLeadElsewhereAreNone(String address) {
    assertThat(LocalPath.of(address)).isEmpty();
  }

  @Test
  void anAddressIsNotLongerThanABrowserNeeds() {
    assertThat(LocalPath.of("/" + "a".repeat(2_000))).isEmpty();
    assertThat(LocalPath.of(null)).isEmpty();
  }
}

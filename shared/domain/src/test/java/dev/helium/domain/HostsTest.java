package dev.helium.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HostsTest {
  @ParameterizedTest
  @CsvSource({
    "web.example, web.example",
    "Web.Example.COM, web.example.com",
    "localhost, localhost",
    "3com.example, 3com.example",
    "10.0.0.1, 10.0.0.1",
    "2001:DB8::1, 2001:db8::1",
    "::ffff:10.0.0.1, ::ffff:10.0.0.1"
  })
  void readsNamesAndNumbers(String text, String host) {
    assertThat(Hosts.read(text)).contains(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "*.example",
        "-web.example",
        "web-.example",
        "web..example",
        "web.example.",
        "web_1.example",
        "web.example:80",
        "web.example/path",
        "user@web.example",
        "web.example;ls",
        "$(ls).example",
        "`ls`",
        "'web'",
        "web example",
        "web\nexample",
        "bücher.example",
        "127.1",
        "256.0.0.1",
        "010.0.0.1",
        "1234",
        "0x7f.0.0.0x1",
        "10.0.0.1x",
        "fe80::1%eth0",
        "::g",
        ":::",
        "[::1]"
      })
  void readsNothingElse(String text) {
    assertThat(Hosts.read(text)).isEmpty();
  }

  @Test
  void readsNoNameThatIsTooLong() {
    assertThat(Hosts.read("a".repeat(63) + ".example")).isPresent();
    assertThat(Hosts.read("a".repeat(64) + ".example")).isEmpty();
    assertThat(Hosts.read("a.".repeat(126) + "a")).isPresent();
    assertThat(Hosts.read("a.".repeat(127) + "a")).isEmpty();
  }
}

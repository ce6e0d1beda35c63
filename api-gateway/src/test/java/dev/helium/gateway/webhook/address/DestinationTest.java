package dev.helium.gateway.webhook.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
  @Test
  void thePartsOfAUrlAreTakenApart() {
    assertThat(Destination.parse("https://Hooks.Example.com/a/b?c=d%20e"))
        .isEqualTo(new Destination(true, "hooks.example.com", 443, "/a/b?c=d%20e"));
    assertThat(Destination.parse("http://[2001:DB8::1]:8080"))
        .isEqualTo(new Destination(false, "2001:db8::1", 8080, "/"));
    assertThat(Destination.parse("https://8.8.8.8:80/").port()).isEqualTo(80);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hooks.example.com",
        "//hooks.example.com/",
        "ftp://hooks.example.com/",
        "file:///etc/passwd",
        "gopher://hooks.example.com/",
        "https:hooks.example.com",
        "https:///path",
        "https://user@hooks.example.com/",
        "https://user:password@hooks.example.com/",
        "https://hooks.example.com/#fragment",
        "https://hooks.example.com/ space",
        "https://hooks.exämple.com/",
        "https://hooks.example.com/\r\nx-header: y",
        "https://hooks.example.com:0/",
        "https://hooks.example.com:22/",
        "https://hooks.example.com:1023/",
        "https://hooks.example.com:65536/",
        "https://hooks.example.com:-1/",
        // what resolvers and libraries take for addresses in different ways
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.1/",
        "http://0/",
        "http://127.0.0.1.:80/",
        "http://256.1.1.1/",
        "http://1.2.3.4.5/",
        "http://[::1%25lo]/",
        "http://[fe80::1%eth0]/",
        "http://[::ffff:127.0.0.1/"
      })
  void whatIsNoPlainUrlIsRefused(String url) {
    assertThatThrownBy(() -> Destination.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("must");
  }

  @Test
  void aUrlHasAnEnd() {
    String longest = "https://hooks.example.com/" + "a".repeat(2_000 - 26);
    assertThat(Destination.parse(longest).target()).hasSize(1_975);
    assertThatThrownBy(() -> Destination.parse(longest + "a"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

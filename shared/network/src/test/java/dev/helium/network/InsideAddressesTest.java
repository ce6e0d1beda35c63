package dev.helium.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InsideAddressesTest {
  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, unspecified",
    "0.1.2.3, unspecified",
    "127.0.0.1, loopback",
    "127.255.255.254, loopback",
    "10.0.0.0, private",
    "10.255.255.255, private",
    "172.16.0.1, private",
    "172.31.255.255, private",
    "192.168.1.1, private",
    "169.254.1.1, link-local",
    "169.254.169.254, cloud metadata",
    "168.63.129.16, cloud metadata",
    "fd00:ec2::254, cloud metadata",
    "100.64.0.1, shared by customers of a provider",
    "100.100.100.200, shared by customers of a provider",
    "192.0.0.192, reserved",
    "192.0.2.1, documentation",
    "198.18.0.1, benchmarking",
    "198.51.100.7, documentation",
    "203.0.113.9, documentation",
    "224.0.0.1, multicast",
    "239.255.255.255, multicast",
    "240.0.0.1, reserved",
    "255.255.255.255, reserved",
    "::, unspecified",
    "::1, loopback",
    "::ffff:127.0.0.1, loopback",
    "::ffff:10.1.2.3, private",
    "::127.0.0.1, translated IPv4",
    "64:ff9b::7f00:1, translated IPv4",
    "64:ff9b:1::a00:1, translated IPv4",
    "2002:7f00:1::1, translated IPv4",
    "2001::1, reserved",
    "2001:db8::1, documentation",
    "3fff::1, documentation",
    "100::1, reserved",
    "fc00::1, private",
    "fdff::1, private",
    "fe80::1, link-local",
    "febf::1, link-local",
    "fec0::1, private",
    "ff02::1, multicast",
    "4000::1, reserved",
    "5f00::1, reserved"
  })
  void whatIsInsideIsKnownByItsKind(String address, String why) {
    assertThat(InsideAddresses.why(InetAddress.ofLiteral(address))).contains(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "168.63.129.17",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001:4860:4860::8888",
        "2606:4700::1111",
        "2a00:1450::1"
      })
  void itsNeighboursAreOutside(String address) {
    assertThat(InsideAddresses.why(InetAddress.ofLiteral(address))).isEmpty();
  }

  @Test
  void anyAddressOfIpv4IsWhatItIsHoweverItIsWritten() throws UnknownHostException {
    // given
    Random random = new Random(20260601);
    for (int round = 0; round < 20_000; round++) {
      byte[] four = new byte[4];
      random.nextBytes(four);
      if (round % 3 == 0) {
        four[0] = List.of((byte) 10, (byte) 127, (byte) 169, (byte) 192).get(random.nextInt(4));
      }
      byte[] mapped = new byte[16];
      mapped[10] = (byte) 0xFF;
      mapped[11] = (byte) 0xFF;
      System.arraycopy(four, 0, mapped, 12, 4);
      byte[] translated = new byte[16];
      translated[1] = 0x64;
      translated[2] = (byte) 0xFF;
      translated[3] = (byte) 0x9B;
      System.arraycopy(four, 0, translated, 12, 4);
      // when
      InetAddress plain = InetAddress.getByAddress(four);
      // then
      assertThat(InsideAddresses.why(InetAddress.getByAddress(mapped)))
          .as(plain.getHostAddress())
          .isEqualTo(InsideAddresses.why(plain));
      assertThat(InsideAddresses.why(InetAddress.getByAddress(translated))).isPresent();
      if (plain.isLoopbackAddress()
          || plain.isSiteLocalAddress()
          || plain.isLinkLocalAddress()
          || plain.isMulticastAddress()
          || plain.isAnyLocalAddress()) {
        assertThat(InsideAddresses.why(plain)).as(plain.getHostAddress()).isPresent();
      }
    }
  }

  @Test
  void nothingButGlobalUnicastIsOutsideOfIpv6() throws UnknownHostException {
    // given
    Random random = new Random(20260602);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = new byte[16];
      random.nextBytes(bytes);
      boolean global = (bytes[0] & 0xE0) == 0x20;
      // when
      boolean outside = InsideAddresses.why(InetAddress.getByAddress(bytes)).isEmpty();
      // then
      assertThat(outside && !global).isFalse();
    }
  }
}

package dev.helium.backends.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.0",
        "10.0.0.0/33",
        "10.0.0.256/32",
        "10.0.0.1/8",
        "10.0.0/8",
        "::/0",
        "a.b.c.d/8",
        "10.0.0.0/8 "
      })
  void whatIsNoRangeIsNone(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.1.0.0/16, true",
    "10.1.0.0/16, 10.0.0.0/8, true",
    "10.0.0.0/16, 10.1.0.0/16, false",
    "0.0.0.0/0, 255.255.255.255/32, true",
    "192.168.0.0/24, 192.168.1.0/24, false"
  })
  void rangesOverlapWhenTheyShareAnAddress(String one, String other, boolean overlap) {
    assertThat(range(one).overlaps(range(other))).isEqualTo(overlap);
  }

  @Test
  void everyRuleThatIsBrokenIsNamed() {
    // given
    AddressRules rules = new AddressRules();
    // when
    rules.add("nodes", "10.0.0.0/16", 16, 28);
    rules.add("pods", "10.0.128.0/17", 9, 21);
    rules.add("services", "10.1.0.0/30", 16, 27);
    rules.add("others", "ten", 16, 27);
    // then
    assertThat(rules.problems())
        .containsExactly(
            new Problem("pods", "must not share addresses with nodes"),
            new Problem("services", "must have a prefix of 16 to 27"),
            new Problem(
                "others", "must be a range of IPv4 addresses in CIDR form, such as 10.0.0.0/16"));
  }

  @Test
  void longNamesAreCutAndStillDiffer() {
    String one = "a-workspace-with-a-name-that-goes-on-and-on-one";
    String two = "a-workspace-with-a-name-that-goes-on-and-on-two";
    assertThat(ShortName.of("lab", 10)).isEqualTo("lab");
    assertThat(ShortName.of("4ever", 10)).isEqualTo("w4ever");
    assertThat(ShortName.of(one, 20)).hasSizeLessThanOrEqualTo(20).startsWith("a-workspace");
    assertThat(ShortName.of(one, 20)).isNotEqualTo(ShortName.of(two, 20));
  }

  private static AddressRange range(String text) {
    return AddressRange.parse(text).orElseThrow();
  }
}

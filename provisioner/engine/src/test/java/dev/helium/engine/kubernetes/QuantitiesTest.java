package dev.helium.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
  @ParameterizedTest
  @CsvSource({
    "1000m, 1",
    "1500m, 1500m",
    "0.5, 500m",
    ".25, 250m",
    "1, 1",
    "1000, 1k",
    "1024, 1024",
    "1000k, 1M",
    "1024Mi, 1Gi",
    "1500Mi, 1500Mi",
    "0.5Gi, 512Mi",
    "100Ki, 100Ki",
    "0.5Ki, 512",
    "0, 0",
    "0m, 0",
    "0.0000000001, 1n",
    "12e6, 12e6",
    "1e3, 1e3",
    "1000e3, 1e6",
    "-2000m, -2",
    "100u, 100u",
  })
  void spellsAnAmountInItsOneForm(String given, String canonical) {
    // when
    var spelled = Quantities.canonical(given);
    // then
    assertThat(spelled).isEqualTo(canonical);
    assertThat(Quantities.canonical(spelled)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "m", "1 Gi", "lots", "1KB", "+", "1.2.3", "1e1000"})
  void leavesAloneWhatIsNoAmount(String given) {
    // when
    var spelled = Quantities.canonical(given);
    // then
    assertThat(spelled).isEqualTo(given);
  }

  @Test
  void leavesLookAlikesOfCustomResourcesAlone() {
    // given
    var inputs =
        ObjectValue.of(
            Map.of(
                "apiVersion",
                new TextValue("example.dev/v1"),
                "kind",
                new TextValue("Cabbage"),
                "limits",
                ObjectValue.of(Map.of("cpu", new TextValue("1000m"))),
                "labels",
                ObjectValue.empty()));
    // when
    var canonical = CanonicalInputs.of(inputs);
    // then
    assertThat(canonical).isEqualTo(inputs);
  }
}

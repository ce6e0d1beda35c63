package dev.helium.service.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.helium.domain.ExpiryPolicy;
import dev.helium.domain.LifetimePolicy;
import dev.helium.domain.LifetimePolicy.Allowance;
import dev.helium.domain.WarningLeads;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyFileTest {
  private static final LifetimePolicy STANDARD =
      LifetimePolicy.same(new ExpiryPolicy(ZoneOffset.UTC, 1, 90));
  private static final String FULL =
      """
      {
        'zone': 'Europe/Berlin',
        'defaultDays': 2,
        'maximumDays': 30,
        'graceDays': 14,
        'warnings': ['PT1H', 'PT48H'],
        'backends': {'cluster': {'defaultDays': 1, 'maximumDays': 5}},
        'owners': {'ada': {'maximumDays': 300, 'exceedsMaximum': true}}
      }
      """;

  @Test
  void everythingThatAFileSaysCounts() {
    assertThat(parse(FULL))
        .isEqualTo(
            new LifetimePolicy(
                new ExpiryPolicy(ZoneId.of("Europe/Berlin"), 2, 30),
                Map.of("cluster", new Allowance(1, 5, false)),
                Map.of("ada", new Allowance(0, 300, true)),
                14,
                new WarningLeads(List.of(Duration.ofHours(48), Duration.ofHours(1)))));
    assertThat(bySchema(FULL)).isTrue();
  }

  @Test
  void whereAFileSaysNothingTheVariablesCount() {
    assertThat(parse("{}")).isEqualTo(STANDARD);
    assertThat(bySchema("{}")).isTrue();
    assertThat(parse("{'defaultDays': 3}").standard())
        .isEqualTo(new ExpiryPolicy(ZoneOffset.UTC, 3, 90));
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    // given
    String wrong =
        """
        {
          'zone': 'Europe/Atlantis',
          'defaltDays': 2,
          'maximumDays': 0,
          'graceDays': 'long',
          'warnings': ['PT1H', 'soon', 'PT1S', 7],
          'backends': {'cluster': {'maximumDay': 5}, 'empty': {}, 'flat': 3},
          'owners': {
            'ada': {'maximumDays': 91},
            'bob': {'defaultDays': 9, 'maximumDays': 8, 'exceedsMaximum': 'yes'}
          },
          'xyzzy': 1
        }
        """;
    // then
    assertThatThrownBy(() -> parse(wrong))
        .isInstanceOfSatisfying(
            PolicyException.class,
            failure ->
                assertThat(failure.errors().stream().map(Object::toString))
                    .containsExactlyInAnyOrder(
                        "zone must be a time zone such as Europe/Berlin",
                        "defaltDays is not a setting; did you mean \"defaultDays\"?",
                        "xyzzy is not a setting; there are zone, defaultDays, maximumDays,"
                            + " graceDays, warnings, backends, owners",
                        "maximumDays must be a whole number between 1 and 3650",
                        "graceDays must be a whole number between 0 and 365",
                        "warnings.1 must be a duration such as PT24H",
                        "warnings.2 must be a duration between PT1M and PT8784H",
                        "warnings.3 must be a duration such as PT24H",
                        "backends.cluster.maximumDay is not a setting; did you mean"
                            + " \"maximumDays\"?",
                        "backends.cluster.defaultDays or \"maximumDays\" must be given",
                        "backends.empty.defaultDays or \"maximumDays\" must be given",
                        "backends.flat must be an object",
                        "owners.ada.maximumDays must be at most 90 unless \"exceedsMaximum\""
                            + " says true",
                        "owners.bob.defaultDays must be a whole number between 1 and 8",
                        "owners.bob.exceedsMaximum must be true or false"));
    assertThat(bySchema(wrong)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "{", "{'zone':'UTC','zone':'UTC'}", "{} {}", "null"})
  void whatIsNotOneObjectIsRefused(String content) {
    assertThatThrownBy(() -> parse(content))
        .isInstanceOf(PolicyException.class)
        .hasMessageStartingWith("the file must be");
  }

  @Test
  void aFileHasALimitAndMustBeThere(@TempDir Path directory) {
    assertThatThrownBy(() -> parse(" ".repeat(256 * 1024 + 1)))
        .hasMessage("the file must have at most 262144 bytes");
    assertThatThrownBy(() -> PolicyFile.read(directory.resolve("none.json"), STANDARD))
        .isInstanceOf(PolicyException.class)
        .hasMessage("the file cannot be read");
  }

  private static LifetimePolicy parse(String text) {
    return PolicyFile.parse(bytes(text), STANDARD);
  }

  private static boolean bySchema(String text) {
    return schema().validate(text.replace('\'', '"'), InputFormat.JSON).isEmpty();
  }

  private static Schema schema() {
    try (InputStream schema = PolicyFile.class.getResourceAsStream("lifetimes.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static byte[] bytes(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}

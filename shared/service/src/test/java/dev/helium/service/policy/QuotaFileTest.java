package dev.helium.service.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.helium.domain.quota.Quota;
import dev.helium.domain.quota.QuotaPolicy;
import dev.helium.domain.quota.QuotaRule;
import dev.helium.domain.quota.Resource;
import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuotaFileTest {
  private static final String FULL =
      """
      {
        'everybody': {
          'workspaces': 5, 'cpu': 4, 'memory': '8Gi', 'hours': 720,
          'backends': {'posthog': {'workspaces': 1}}
        },
        'owners': {
          'ada@example.org': {'workspaces': 20, 'hours': 'unlimited'},
          'bob': {'backends': {'posthog': {'cpu': '500m', 'memory': 'unlimited'}}}
        }
      }
      """;

  @Test
  void everythingThatAFileSaysCounts() {
    assertThat(parse(FULL))
        .isEqualTo(
            new QuotaPolicy(
                new QuotaRule(
                    new Quota(
                        Map.of(
                            Resource.WORKSPACES, 5L,
                            Resource.CPU, 4_000L,
                            Resource.MEMORY, 8L << 30,
                            Resource.LIFETIME, 43_200L)),
                    Map.of("posthog", new Quota(Map.of(Resource.WORKSPACES, 1L)))),
                Map.of(
                    "ada@example.org",
                    new QuotaRule(
                        new Quota(
                            Map.of(Resource.WORKSPACES, 20L, Resource.LIFETIME, Quota.UNLIMITED)),
                        Map.of()),
                    "bob",
                    new QuotaRule(
                        Quota.NOTHING_SAID,
                        Map.of(
                            "posthog",
                            new Quota(
                                Map.of(Resource.CPU, 500L, Resource.MEMORY, Quota.UNLIMITED)))))));
    assertThat(bySchema(FULL)).isTrue();
  }

  @Test
  void aFileThatSaysNothingLimitsNobody() {
    assertThat(parse("{}")).isEqualTo(QuotaPolicy.NONE);
    assertThat(bySchema("{}")).isTrue();
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    // given
    String wrong =
        """
        {
          'everybodi': {},
          'everybody': {'workspaces': -1, 'cpus': 3, 'backends': {'posthog': {}, 'flat': 1}},
          'owners': {
            'ada': {'memory': '8GB', 'hours': 1.5},
            'bob': {},
            'eve': {'cpu': 'much', 'workspaces': '5'}
          }
        }
        """;
    // then
    assertThatThrownBy(() -> parse(wrong))
        .isInstanceOfSatisfying(
            PolicyException.class,
            failure ->
                assertThat(failure.errors().stream().map(Object::toString))
                    .containsExactlyInAnyOrder(
                        "everybodi is not a setting; did you mean \"everybody\"?",
                        "everybody.workspaces must be a whole number up to 1000000, or unlimited",
                        "everybody.cpus is not a setting; did you mean \"cpu\"?",
                        "everybody.backends.posthog.workspaces or another limit must be given",
                        "everybody.backends.flat must be an object",
                        "owners.ada.memory must be an amount of memory such as \"512Mi\" or"
                            + " \"8Gi\", or unlimited",
                        "owners.ada.hours must be a whole number up to 10000000, or unlimited",
                        "owners.bob.workspaces or another limit must be given",
                        "owners.eve.cpu must be an amount of CPU such as 4, \"1.5\" or \"500m\","
                            + " or unlimited",
                        "owners.eve.workspaces must be a whole number up to 1000000, or"
                            + " unlimited"));
    assertThat(bySchema(wrong)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"4,4000", "1.5,1500", "'\"0.25\"',250", "'\"500m\"',500", "0,0"})
  void cpuIsReadToTheThousandth(String written, long millicores) {
    assertThat(parse("{'everybody':{'cpu':" + written + "}}").everybody().overall().limits())
        .containsEntry(Resource.CPU, millicores);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'everybody':3", "'owners':[]", "'everybody':{'backends':{'x':[]}}"})
  void whatHasAnotherShapeIsRefused(String content) {
    assertThatThrownBy(() -> parse("{" + content + "}")).isInstanceOf(PolicyException.class);
    assertThat(bySchema("{" + content + "}")).isFalse();
  }

  @Test
  void theEnvironmentNamesTheFile(@TempDir Path directory) throws IOException {
    // given
    Path file = Files.writeString(directory.resolve("quotas.json"), FULL.replace('\'', '"'));
    Path broken = Files.writeString(directory.resolve("broken.json"), "{\"x\":1}");
    // then
    assertThat(QuotaEnvironment.read(Environment.of(Map.of()))).isEqualTo(QuotaPolicy.NONE);
    assertThat(QuotaEnvironment.read(naming(file))).isEqualTo(parse(FULL));
    assertThatThrownBy(() -> QuotaEnvironment.read(naming(broken)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("HELIUM_QUOTAS")
        .hasMessageContaining("x is not a setting");
    assertThatThrownBy(() -> QuotaEnvironment.read(naming(directory.resolve("none.json"))))
        .hasMessageContaining("the file cannot be read");
  }

  private static Environment naming(Path file) {
    return Environment.of(Map.of("HELIUM_QUOTAS", file.toString()));
  }

  private static QuotaPolicy parse(String text) {
    return QuotaFile.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static boolean bySchema(String text) {
    try (InputStream schema = QuotaFile.class.getResourceAsStream("quotas.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON)
          .validate(text.replace('\'', '"'), InputFormat.JSON)
          .isEmpty();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}

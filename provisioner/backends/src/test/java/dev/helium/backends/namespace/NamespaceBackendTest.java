package dev.helium.backends.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.BackendInput;
import dev.helium.backends.Footprint;
import dev.helium.backends.Problem;
import dev.helium.backends.Validated;
import dev.helium.backends.product.ObjectChecks;
import dev.helium.backends.product.Samples;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NamespaceBackendTest {
  private static final String CHARACTERS =
      "image: replicas\n\t -[]{}&*!|>'\"%@`,?#0123456789aäé\u0000";

  private final NamespaceBackend backend = new NamespaceBackend();

  @Test
  void nothingGivenIsAllDefaults() {
    // when
    Deployment web = web("");
    // then
    assertThat(problems("")).isEmpty();
    assertThat(web.getSpec().getReplicas()).isEqualTo(1);
    assertThat(container(web).getImage()).startsWith("nginxinc/");
    assertThat(container(web).getEnvFrom()).isEmpty();
    assertThat(web.getSpec().getTemplate().getMetadata().getAnnotations()).isNull();
  }

  @Test
  void givenValuesWinOverDefaults() {
    // when
    Deployment web =
        web(
            """
            image: registry.example/web@sha256:0123
            replicas: 3
            port: 3000
            cpu: 1.5
            memory: 2Gi
            readyAfter: 500ms
            """);
    // then
    assertThat(web.getSpec().getReplicas()).isEqualTo(3);
    assertThat(web.getSpec().getTemplate().getMetadata().getAnnotations())
        .containsEntry("helium.dev/ready-after", "500ms");
    assertThat(container(web).getImage()).isEqualTo("registry.example/web@sha256:0123");
    assertThat(container(web).getPorts().getFirst().getContainerPort()).isEqualTo(3000);
    assertThat(container(web).getResources().getRequests())
        .containsEntry("cpu", new Quantity("1.5"))
        .containsEntry("memory", new Quantity("2Gi"));
  }

  @Test
  void variablesAreInASecretThatThePodTakesThemFrom() {
    // when
    List<HasMetadata> objects =
        Samples.objects(backend, "environment: {GREETING: hello, COUNT: 3, PLAIN: true}");
    // then
    assertThat(objects)
        .filteredOn(Secret.class::isInstance)
        .singleElement()
        .satisfies(
            secret ->
                assertThat(((Secret) secret).getStringData())
                    .isEqualTo(Map.of("GREETING", "hello", "COUNT", "3", "PLAIN", "true")));
    ObjectChecks.everyReferenceResolves(objects);
  }

  @Test
  void everyObjectIsWhereItIsLookedForAndRestricted() {
    // when
    List<HasMetadata> objects = Samples.objects(backend, "");
    // then
    assertThat(objects)
        .extracting(object -> object.getKind() + "/" + object.getMetadata().getName())
        .containsExactlyInAnyOrder(
            "ResourceQuota/quota",
            "LimitRange/limits",
            "NetworkPolicy/deny-all",
            "NetworkPolicy/allow-web",
            "NetworkPolicy/allow-names",
            "Deployment/web",
            "Service/web");
    ObjectChecks.everyReferenceResolves(objects);
    ObjectChecks.restricted(objects, Set.of());
  }

  @Test
  void fieldsOfTheFirstHeliumAreTakenWithoutEffectAndOthersAreNot() {
    assertThat(backend.validate(new BackendInput(Map.of("pachdVersion", "2.4.0"), "")))
        .isInstanceOf(Validated.Accepted.class);
    assertThat(backend.validate(new BackendInput(Map.of("colour", "blue"), "")))
        .isEqualTo(
            new Validated.Rejected(
                List.of(new Problem("colour", "is not taken by the backend \"namespace\""))));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 50, 67108864",
    "'replicas: 0', 0, 0",
    "'replicas: 3\ncpu: 1.5\nmemory: 2Gi', 4500, 6442450944",
    "'cpu: 250m\nmemory: 1024Ki', 250, 1048576",
    "'cpu: 2', 2000, 67108864",
    "'cpu: much', 0, 0"
  })
  void whatItsPodsAskForIsToldAndNothingOfWhatItDoesNotTake(
      String values, long millicores, long bytes) {
    assertThat(backend.footprint(new BackendInput(Map.of(), values)))
        .isEqualTo(new Footprint(millicores, bytes));
  }

  @Test
  void everyBrokenRuleIsNamedAtOnce() {
    assertThat(problems("replicas: many\nport: 80\nimage: [1]\nenvironment: {1A: x}\n"))
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(
            "valuesYaml.replicas",
            "valuesYaml.port",
            "valuesYaml.image",
            "valuesYaml.environment.1A");
  }

  @ParameterizedTest
  @CsvSource({
    "replica, replicas",
    "Image, image",
    "readyafter, readyAfter",
    "memroy, memory",
    "env, ''"
  })
  void anUnknownValueIsNamedWithTheNearestKnownOne(String unknown, String nearest) {
    assertThat(problems(unknown + ": 1"))
        .containsExactly(
            new Problem(
                "valuesYaml." + unknown,
                nearest.isEmpty()
                    ? "is not known; there are image, replicas, port, cpu, memory, readyAfter,"
                        + " environment"
                    : "is not known; did you mean \"" + nearest + "\"?"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: [", "- 1", "just text", "a: 1\na: 2", "*unknown", "a: !!java/x {}"})
  void whatIsNoMapOfValuesIsRefused(String yaml) {
    assertThat(problems(yaml)).isNotEmpty();
  }

  @Test
  void aFileThatExplodesIsRefused() {
    // given a billion laughs
    StringBuilder yaml = new StringBuilder("a0: &a0 [lol, lol]\n");
    for (int level = 1; level < 30; level++) {
      String below = "*a" + (level - 1);
      yaml.append("a" + level + ": &a" + level + " [" + below + ", " + below + "]\n");
    }
    // then
    assertThat(problems(yaml.toString())).extracting(Problem::field).contains("valuesYaml");
  }

  @Test
  void aFileThatIsTooLargeIsRefused() {
    assertThat(problems("#" + "x".repeat(300_000)))
        .extracting(Problem::field)
        .containsExactly("valuesYaml");
  }

  @RepeatedTest(200)
  void anyTextIsEitherTakenOrRefusedWithAReason(RepetitionInfo repetition) {
    // given
    Random random = new Random(repetition.getCurrentRepetition());
    StringBuilder text = new StringBuilder();
    random
        .ints(random.nextInt(80), 0, CHARACTERS.length())
        .forEach(index -> text.append(CHARACTERS.charAt(index)));
    // then it says one of both, and throws nothing
    assertThat(backend.validate(new BackendInput(Map.of(), text.toString()))).isNotNull();
  }

  @Test
  void theValuesAreKeptSecret() {
    assertThat(backend.validate(new BackendInput(Map.of(), "replicas: 2")))
        .isInstanceOfSatisfying(
            Validated.Accepted.class,
            accepted -> assertThat(accepted.config().get("helium:values").secret()).isTrue());
  }

  private Deployment web(String yaml) {
    return Samples.objects(backend, yaml).stream()
        .filter(Deployment.class::isInstance)
        .map(Deployment.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Container container(Deployment deployment) {
    return deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();
  }

  private List<Problem> problems(String yaml) {
    return switch (backend.validate(new BackendInput(Map.of(), yaml))) {
      case Validated.Accepted ignored -> List.of();
      case Validated.Rejected rejected -> rejected.problems();
    };
  }
}

package dev.helium.backends.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.product.ObjectChecks;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PosthogBackendTest {
  private static final Set<String> THERE =
      Set.of("Secret/mine", "ServiceAccount/mine", "Secret/postgres", "Secret/redis");

  static Stream<String> values() {
    return Variants.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("values")
  void everyReferenceResolves(String values) {
    ObjectChecks.everyReferenceResolves(Made.of(values).objects(), THERE);
  }

  @ParameterizedTest
  @MethodSource("values")
  void secretsAreNowhereButInSecrets(String values) {
    // given
    Made made = Made.of(values);
    // then
    ObjectChecks.noSecretLeaks(made.objects(), made.setting().secrets());
    assertThat(Made.BACKEND.links(made.setting()).values())
        .noneMatch(link -> made.setting().secrets().values().containsValue(link));
  }

  @ParameterizedTest
  @MethodSource("values")
  void allPodsKeepToTheRestrictedStandard(String values) {
    ObjectChecks.restricted(Made.of(values).objects(), Set.of());
  }

  @ParameterizedTest
  @MethodSource("values")
  void nothingBelongsToTheWholeCluster(String values) {
    assertThat(Made.of(values).objects()).allMatch(Namespaced.class::isInstance);
  }

  @ParameterizedTest
  @MethodSource("values")
  void theSameSettingMakesTheSame(String values) {
    // given
    Made made = Made.of(values);
    // when
    List<HasMetadata> again = Made.BACKEND.objects(made.setting());
    // then
    assertThat(again).hasToString(made.objects().toString());
  }

  @ParameterizedTest
  @MethodSource("values")
  void whatHasToBeReadyIsMadeUnlessItIsElsewhere(String values) {
    // given
    List<String> names =
        Made.of(values).objects().stream().map(object -> object.getMetadata().getName()).toList();
    // then
    assertThat(names).contains("posthog-web", "posthog-worker", "posthog-beat", "posthog-plugins");
    assertThat(names).contains("posthog-pgbouncer", "posthog-migrate");
  }

  @Test
  void allThatHasToBeReadyIsMadeByDefault() {
    assertThat(Made.of("").objects().stream().map(object -> object.getMetadata().getName()))
        .containsAll(Made.BACKEND.manifest().ready());
  }

  @Test
  void anUpdateKeepsNames() {
    // given
    List<String> before = Made.of("").names();
    // when
    List<String> after =
        Made.of(
                """
                image: {tag: release-1.27.0}
                sentryDSN: https://key@sentry.example/1
                web: {replicacount: 3}
                clickhouseOperator: {storage: 40Gi}
                postgresql: {persistence: {size: 20Gi}}
                email: {user: me, password: hidden}
                ingress: {hostname: events.example.com}
                """)
            .names();
    // then
    assertThat(after).isEqualTo(before);
  }
}

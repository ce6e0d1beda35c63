package dev.helium.backends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.product.ObjectChecks;
import dev.helium.backends.product.ProductBackend;
import dev.helium.backends.product.Samples;
import dev.helium.backends.product.Setting;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every backend that there is, in every profile that it has. */
final class EveryBackendTest {
  @ParameterizedTest
  @MethodSource("backends")
  void itSaysWhatItIsForPeople(Backend backend) {
    Manifest manifest = backend.manifest();
    assertThat(manifest.summary()).endsWith(".");
    assertThat(manifest.page()).startsWith("# ");
    assertThat(manifest.outputs()).containsKey("K8sNamespace");
    assertThat(manifest.outputs().values()).allSatisfy(said -> assertThat(said).endsWith("."));
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void whatItHasByDefaultIsTaken(ProductBackend backend, String values) {
    assertThat(backend.validate(new BackendInput(Map.of(), values)))
        .isInstanceOf(Validated.Accepted.class);
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void whatItsObjectsNameIsThere(ProductBackend backend, String values) {
    ObjectChecks.everyReferenceResolves(Samples.objects(backend, values));
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void itsSecretsShowNowhere(ProductBackend backend, String values) {
    Setting setting = Samples.setting(backend, values);
    ObjectChecks.noSecretLeaks(backend.objects(setting), setting.secrets());
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void itsPodsKeepToTheStandardThatItPromises(ProductBackend backend, String values) {
    if (backend.manifest().security() == Manifest.PodSecurity.RESTRICTED) {
      ObjectChecks.restricted(Samples.objects(backend, values), Set.of());
    }
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void theSameValuesAreTheSameObjects(ProductBackend backend, String values) {
    // given
    Setting setting = Samples.setting(backend, values);
    // when
    List<HasMetadata> first = backend.objects(setting);
    List<HasMetadata> second = backend.objects(setting);
    // then
    assertThat(second).isEqualTo(first);
  }

  static Stream<Named<Backend>> backends() {
    return BackendRegistry.standard().all().stream()
        .map(backend -> Named.of(backend.name(), backend));
  }

  static Stream<Arguments> profiles() {
    return BackendRegistry.standard().all().stream()
        .filter(ProductBackend.class::isInstance)
        .flatMap(
            backend ->
                Stream.concat(
                        Stream.of(""),
                        backend.manifest().profiles().keySet().stream()
                            .map(profile -> "profile: " + profile))
                    .map(values -> Arguments.of(Named.of(backend.name(), backend), values)));
  }
}

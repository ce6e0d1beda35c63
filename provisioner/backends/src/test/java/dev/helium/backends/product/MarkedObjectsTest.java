package dev.helium.backends.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.sample.SampleBackend;
import dev.helium.backends.schema.Trees;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MarkedObjectsTest {
  private final ProductBackend backend = new SampleBackend();
  private final Setting setting = Samples.setting(backend, "");

  @Test
  void everyObjectSaysWhoseItIsAndUntilWhen() {
    assertThat(marked(setting))
        .allSatisfy(
            object -> {
              assertThat(labels(object.tree()))
                  .containsEntry("app.kubernetes.io/managed-by", "helium")
                  .containsEntry("helium.dev/workspace", "sample")
                  .containsEntry("helium.dev/incarnation", "1");
              assertThat(annotations(object.tree()))
                  .containsEntry("helium.dev/expiry", setting.expiry())
                  .containsEntry("pulumi.com/skipAwait", "true");
            });
  }

  @Test
  void whatLivesInANamespaceIsInThatOfTheWorkspaceAndOtherThingsInNone() {
    assertThat(marked(setting))
        .allSatisfy(
            object ->
                assertThat(object.metadata().get("namespace"))
                    .isEqualTo(object.kind().equals("ClusterRole") ? null : "sample"));
  }

  @Test
  void podsAndClaimsAreMarkedWithWhatNeverChanges() {
    // given
    ObjectTree store = find(setting, "StatefulSet/store");
    // then
    Map<String, Object> template = store.podTemplate().orElseThrow();
    assertThat(labels(template))
        .containsEntry("helium.dev/workspace", "sample")
        .containsEntry("app.kubernetes.io/name", "store");
    assertThat(annotations(template)).doesNotContainKey("helium.dev/expiry");
    assertThat(store.otherTemplates())
        .singleElement()
        .satisfies(
            claim -> assertThat(labels(claim)).containsEntry("helium.dev/workspace", "sample"));
  }

  @Test
  void podsStartAnewWhenWhatTheyUseChanges() {
    // given
    Setting greeting = Samples.setting(backend, "web: {greeting: hi}");
    Setting larger = Samples.setting(backend, "web: {replicas: 3}");
    Setting later =
        new Setting("sample", 1, "2031-01-01T00:00:00Z", setting.values(), setting.secrets());
    // then
    assertThat(checksum(setting, "Deployment/web")).isPresent();
    assertThat(checksum(greeting, "Deployment/web"))
        .isNotEqualTo(checksum(setting, "Deployment/web"));
    assertThat(checksum(larger, "Deployment/web")).isEqualTo(checksum(setting, "Deployment/web"));
    assertThat(checksum(later, "Deployment/web")).isEqualTo(checksum(setting, "Deployment/web"));
    // and what uses nothing, or runs once, never does
    assertThat(checksum(setting, "StatefulSet/store")).isEmpty();
    assertThat(checksum(setting, "Job/prepare")).isEmpty();
  }

  @Test
  void aChecksumTellsNothingToWhoDoesNotHaveItsKey() {
    // given the same content in a workspace with another key
    Map<String, String> secrets = new HashMap<>(setting.secrets().values());
    secrets.put("checksum-key", "0".repeat(64));
    Setting other =
        new Setting(
            "sample", 1, setting.expiry(), setting.values(), new Secrets(secrets, Instant.EPOCH));
    // then
    assertThat(checksum(other, "Deployment/web")).isNotEqualTo(checksum(setting, "Deployment/web"));
  }

  @Test
  void theContentOfSecretsIsAsItIsKept() {
    // given
    String password = setting.secrets().value("password");
    // then
    assertThat(find(setting, "Secret/credentials").tree())
        .doesNotContainKey("stringData")
        .containsEntry(
            "data",
            Map.of(
                "password",
                Base64.getEncoder().encodeToString(password.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void whatPodsNeedIsRegisteredBeforeWhatMakesThem() {
    assertThat(marked(setting))
        .filteredOn(object -> RegistrationOrder.of(object) == RegistrationOrder.WORKLOADS)
        .extracting(ObjectTree::kind)
        .containsExactlyInAnyOrder("Deployment", "HorizontalPodAutoscaler", "StatefulSet", "Job");
  }

  @Test
  void aNamespaceSaysWhatItsProductAddsAndNothingAgainstWhatTheKitWrites() {
    // given
    NamespaceMarks said =
        new NamespaceMarks(
            Map.of("wants-certificate", "true", "helium.dev/workspace", "another"),
            Map.of("example.com/team", "one", "helium.dev/expiry", "never"));
    ObjectTree namespace = ObjectTree.of(said.on("sample"));
    // when
    new WorkspaceMarks("sample", 1, setting.expiry()).put(namespace);
    // then
    assertThat(labels(namespace.tree()))
        .containsEntry("wants-certificate", "true")
        .containsEntry("helium.dev/workspace", "sample");
    assertThat(annotations(namespace.tree()))
        .containsEntry("example.com/team", "one")
        .containsEntry("helium.dev/expiry", setting.expiry());
    assertThat(namespace.name()).isEqualTo("sample");
  }

  private List<ObjectTree> marked(Setting of) {
    return MarkedObjects.of(backend, of);
  }

  private ObjectTree find(Setting of, String title) {
    return marked(of).stream()
        .filter(object -> title.equals(object.kind() + "/" + object.name()))
        .findFirst()
        .orElseThrow();
  }

  private Optional<Object> checksum(Setting of, String title) {
    return Optional.ofNullable(
        annotations(find(of, title).podTemplate().orElseThrow()).get(Checksums.ANNOTATION));
  }

  private static Map<String, Object> labels(Map<String, Object> tree) {
    return part(tree, "labels");
  }

  private static Map<String, Object> annotations(Map<String, Object> tree) {
    return part(tree, "annotations");
  }

  private static Map<String, Object> part(Map<String, Object> tree, String name) {
    return Trees.mapOrNone(Trees.find(tree, "metadata." + name).orElse(null), name);
  }
}

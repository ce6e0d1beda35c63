package dev.helium.backends.pachyderm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.BackendInput;
import dev.helium.backends.product.NamespaceMarks;
import dev.helium.backends.product.ObjectChecks;
import dev.helium.backends.product.ObjectTree;
import dev.helium.backends.product.Samples;
import dev.helium.backends.product.Setting;
import dev.helium.backends.schema.Trees;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class PachydermBackendTest {
  private static final PachydermBackend BACKEND = new PachydermBackend();

  static Stream<Option> options() {
    return Option.all();
  }

  @ParameterizedTest
  @MethodSource("options")
  void whateverIsNamedIsThere(Option option) {
    ObjectChecks.everyReferenceResolves(
        BACKEND.objects(option.setting(BACKEND)), option.existing());
  }

  @ParameterizedTest
  @MethodSource("options")
  void whatIsSecretIsInSecretsOnly(Option option) {
    // given
    Setting setting = option.setting(BACKEND);
    // when
    List<HasMetadata> objects = BACKEND.objects(setting);
    // then
    ObjectChecks.noSecretLeaks(objects, setting.secrets());
    assertThat(objects)
        .filteredOn(object -> !object.getKind().equals("Secret"))
        .allSatisfy(
            object -> assertThat(ObjectTree.of(object).tree().toString()).doesNotContain("given-"));
  }

  @ParameterizedTest
  @MethodSource("options")
  void podsMayDoNothingThatTheyNeedNot(Option option) {
    ObjectChecks.restricted(BACKEND.objects(option.setting(BACKEND)), option.unrestricted());
  }

  @ParameterizedTest
  @MethodSource("options")
  void nothingReachesBeyondTheNamespaceOfTheWorkspace(Option option) {
    // when
    List<ObjectTree> objects =
        BACKEND.objects(option.setting(BACKEND)).stream().map(ObjectTree::of).toList();
    // then nothing is the cluster's, and no number of a node's port is taken
    assertThat(objects).allSatisfy(object -> assertThat(object.namespaced()).isTrue());
    assertThat(objects.toString()).doesNotContain("nodePort");
  }

  @ParameterizedTest
  @MethodSource("options")
  void equalSettingsAreEqualObjects(Option option) {
    assertThat(BACKEND.objects(option.setting(BACKEND)))
        .isEqualTo(BACKEND.objects(option.setting(BACKEND)));
  }

  @ParameterizedTest
  @CsvSource({
    "2030-01-01T00:00:00Z, 2029-12-31",
    "2030-01-01T00:00:01Z, 2030-01-01",
    "2030-01-01T23:59:59Z, 2030-01-01"
  })
  void theNamespaceAsksForTheWildcardCertificateAndSaysItsLastDay(String expiry, String day) {
    // given
    Setting sample = Samples.setting(BACKEND, "");
    // when
    NamespaceMarks said =
        BACKEND.namespace(new Setting("sample", 1, expiry, sample.values(), sample.secrets()));
    // then
    assertThat(said)
        .isEqualTo(
            new NamespaceMarks(
                Map.of("needs-workspace-tls", "true", "helium-expiry", day), Map.of()));
  }

  @Test
  void whatTheOriginalSetUpIsTaken() {
    // when
    List<HasMetadata> objects = Samples.objects(BACKEND, Template.text("cloud.yaml"));
    // then
    ObjectChecks.everyReferenceResolves(
        objects,
        Set.of(
            "Secret/workspace-wildcard", "Secret/pachyderm-license-of-all", "Secret/auth0-client"));
    assertThat(names(objects)).doesNotContain("StatefulSet/minio", "Secret/pachyderm-identity");
  }

  @Test
  void anUpdateKeepsTheNamesOfAllThereIs() {
    // given
    Setting before = Samples.setting(BACKEND, "");
    Setting after =
        Samples.setting(
            BACKEND,
            "{release: 2.5.0, domain: example.com, pachd: {replicas: 3, logLevel: debug}}");
    // then
    assertThat(names(BACKEND.objects(after))).isEqualTo(names(BACKEND.objects(before)));
    assertThat(StorageSecret.bucket(new Plan(after)))
        .isEqualTo(StorageSecret.bucket(new Plan(before)));
  }

  @Test
  void theFieldsOfTheOriginalSayWhichImagesRun() {
    // given
    Map<String, String> fields =
        Map.of(
            "helmVersion", "2.2.0",
            "pachdVersion", "2.2.1",
            "consoleVersion", "2.2.0-7",
            "notebooksVersion", "v0.7.0",
            "mountServerVersion", "2.2.9");
    // when
    List<HasMetadata> objects =
        BACKEND.objects(Samples.setting(BACKEND, "blue", new BackendInput(fields, "")));
    // then
    assertThat(main(objects, "pachd").getImage()).isEqualTo("pachyderm/pachd:2.2.1");
    assertThat(main(objects, "pachd").getEnv())
        .anySatisfy(
            variable -> {
              assertThat(variable.getName()).isEqualTo("WORKER_IMAGE");
              assertThat(variable.getValue()).isEqualTo("pachyderm/worker:2.2.1");
            });
    assertThat(main(objects, "console").getImage()).isEqualTo("pachyderm/haberdashery:2.2.0-7");
    assertThat(objects.toString())
        .contains("pachyderm/notebooks-user:v0.7.0", "pachyderm/mount-server:2.2.9");
  }

  @Test
  void aReleaseIsTheTagOfAllThatIsBuiltWithIt() {
    // when
    List<HasMetadata> objects =
        BACKEND.objects(
            Samples.setting(
                BACKEND, "blue", new BackendInput(Map.of("helmVersion", "2.2.0-rc.1"), "")));
    // then
    assertThat(main(objects, "pachd").getImage()).isEqualTo("pachyderm/pachd:2.2.0-rc.1");
    assertThat(objects.toString()).contains("pachyderm/mount-server:2.2.0-rc.1");
  }

  @Test
  void theWordOfTheOriginalSwitchesNotebooksOff() {
    assertThat(
            names(
                BACKEND.objects(
                    Samples.setting(
                        BACKEND,
                        "blue",
                        new BackendInput(Map.of("disableNotebooks", "True"), "")))))
        .noneMatch(name -> name.endsWith("/hub") || name.endsWith("/proxy"));
  }

  @Test
  void podsBeginWhenWhatTheyNeedIsReady() {
    // when
    List<HasMetadata> objects = Samples.objects(BACKEND, "");
    // then
    assertThat(waits(objects, "pachd")).endsWith("etcd/2379", "pg-bouncer/5432", "minio/9000");
    assertThat(waits(objects, "pg-bouncer")).endsWith("postgres/5432");
    assertThat(waits(objects, "console")).endsWith("pachd-peer/30653");
  }

  @Test
  void membersOfEtcdKnowEachOther() {
    // when
    List<HasMetadata> objects = Samples.objects(BACKEND, "etcd: {dynamicNodes: 3}");
    // then
    StatefulSet etcd =
        objects.stream()
            .filter(object -> object instanceof StatefulSet set && named(set, "etcd"))
            .map(StatefulSet.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(etcd.getSpec().getPodManagementPolicy()).isEqualTo("Parallel");
    assertThat(etcd.getSpec().getTemplate().getSpec().getContainers().getFirst().getArgs())
        .contains(
            "--initial-cluster="
                + "etcd-0=http://etcd-0.etcd-headless.$(NAMESPACE).svc.cluster.local:2380,"
                + "etcd-1=http://etcd-1.etcd-headless.$(NAMESPACE).svc.cluster.local:2380,"
                + "etcd-2=http://etcd-2.etcd-headless.$(NAMESPACE).svc.cluster.local:2380");
  }

  @Test
  void whoMayUseAFolderOfTheNodeHasOneOfItsOwn() {
    assertThat(ObjectTree.of(deployment(Samples.objects(BACKEND, "deployTarget: LOCAL"), "pachd")))
        .extracting(pachd -> Trees.find(pachd.tree(), "spec.template.spec").orElseThrow())
        .asString()
        .contains("/var/pachyderm-sample-1/pachd");
  }

  private static List<String> names(List<HasMetadata> objects) {
    return objects.stream()
        .map(object -> object.getKind() + "/" + object.getMetadata().getName())
        .sorted()
        .toList();
  }

  private static Container main(List<HasMetadata> objects, String name) {
    return deployment(objects, name).getSpec().getTemplate().getSpec().getContainers().getFirst();
  }

  private static List<String> waits(List<HasMetadata> objects, String name) {
    return deployment(objects, name)
        .getSpec()
        .getTemplate()
        .getSpec()
        .getInitContainers()
        .getFirst()
        .getCommand();
  }

  private static Deployment deployment(List<HasMetadata> objects, String name) {
    return objects.stream()
        .filter(object -> object instanceof Deployment && named(object, name))
        .map(Deployment.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static boolean named(HasMetadata object, String name) {
    return object.getMetadata().getName().equals(name);
  }
}

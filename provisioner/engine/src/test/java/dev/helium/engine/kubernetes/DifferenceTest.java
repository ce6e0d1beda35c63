package dev.helium.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.UnknownValue;
import dev.helium.engine.provider.PropertyChange;
import dev.helium.engine.provider.PropertyChange.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ClusterExtension.class)
class DifferenceTest {
  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: NAMESPACE, annotations: {pulumi.com/skipAwait: "true"}}
      spec:
        replicas: 0
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
              - {name: web, image: web, resources: {limits: {cpu: 1000m}}}
      """;

  private ProviderFixture fixture;
  private String namespace;

  @BeforeEach
  void open(TestCluster cluster) {
    fixture = new ProviderFixture(cluster.kubeconfig());
    namespace = cluster.newNamespace("difference");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void takesSpellingsAndDefaultsOfTheApiServerForNoChange() {
    // given
    var recorded = fixture.created(in(DEPLOYMENT));
    var same =
        in(DEPLOYMENT)
            .replace("1000m", "\"1\"")
            .replace("replicas: 0", "replicas: 0\n  revisionHistoryLimit: 10");
    // when
    var difference =
        fixture.provider().diff(recorded, fixture.wanted(recorded, same), fixture.call());
    // then
    assertThat(difference.changed()).isFalse();
  }

  @Test
  void saysWhatChangesAndHow() {
    // given
    var recorded = fixture.created(in(DEPLOYMENT));
    var other =
        in(DEPLOYMENT)
            .replace("image: web", "image: other")
            .replace("replicas: 0", "minReadySeconds: 5")
            .replace("name: web, namespace", "labels: {a.b/c: x}, name: web, namespace");
    // when
    var difference =
        fixture.provider().diff(recorded, fixture.wanted(recorded, other), fixture.call());
    // then
    assertThat(difference.details())
        .containsOnly(
            entry(
                "spec.template.spec.containers[0].image",
                new PropertyChange(Kind.UPDATE, false, false)),
            // Nobody says how many any more: the API server falls back to one.
            entry("spec.replicas", new PropertyChange(Kind.UPDATE, false, false)),
            entry("spec.minReadySeconds", new PropertyChange(Kind.ADD, false, false)),
            entry("metadata.labels", new PropertyChange(Kind.ADD, false, false)));
    assertThat(difference.replaces()).isEmpty();
  }

  @Test
  void showsWhatSomeoneElseChangedInAFieldThatIsOurs(TestCluster cluster) {
    // given
    var recorded = fixture.created(map("a: one\n  b: two"));
    try (var client = Clusters.client(cluster.kubeconfig())) {
      client
          .configMaps()
          .inNamespace(namespace)
          .withName("some")
          .edit(
              live -> {
                live.getData().put("b", "drifted");
                return live;
              });
    }
    // when
    var wanted = fixture.wanted(recorded, map("a: other\n  b: two"));
    var difference = fixture.provider().diff(recorded, wanted, fixture.call());
    // then
    assertThat(difference.paths()).containsExactly("data.a", "data.b");
  }

  @Test
  void replacesWhatTheApiServerRefusesToChange() {
    // given
    var claim =
        """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: some, namespace: NAMESPACE}
        spec:
          accessModes: [ReadWriteOnce]
          resources: {requests: {storage: 1Gi}}
        """;
    var recorded = fixture.created(in(claim));
    var service =
        """
        apiVersion: scheduling.k8s.io/v1
        kind: PriorityClass
        metadata: {name: NAMESPACE}
        value: 5
        """;
    var priority = fixture.created(in(service));
    // when
    var difference =
        fixture
            .provider()
            .diff(
                priority,
                fixture.wanted(priority, in(service).replace("value: 5", "value: 6")),
                fixture.call());
    var smaller =
        fixture
            .provider()
            .diff(
                recorded,
                fixture.wanted(recorded, in(claim).replace("1Gi", "2Gi")),
                fixture.call());
    // then
    assertThat(difference.replaces()).containsExactly("value");
    assertThat(difference.deleteBeforeReplace()).isTrue();
    assertThat(smaller.replaces()).isEmpty();
    fixture.provider().delete(priority, fixture.call());
  }

  @Test
  void deletesFirstOnlyWhatHasAGivenName() {
    // given
    var given = fixture.created(map("a: one"));
    var generated = fixture.created(map("a: one").replace("name: some, ", ""));
    // when
    var replacedInPlace =
        fixture.provider().diff(given, fixture.wanted(given, map("a: two")), fixture.call());
    var wanted = fixture.wanted(generated, map("a: two").replace("name: some, ", ""));
    var replacedBeside = fixture.provider().diff(generated, wanted, fixture.call());
    // then
    assertThat(replacedInPlace.replaces()).containsExactly("data.a");
    assertThat(replacedInPlace.deleteBeforeReplace()).isTrue();
    assertThat(replacedBeside.replaces()).containsExactly("data.a");
    assertThat(replacedBeside.deleteBeforeReplace()).isFalse();
  }

  @Test
  void takesAnUnknownValueForAChange() {
    // given
    var recorded = fixture.created(map("a: one"));
    var wanted = fixture.wanted(recorded, map("a: one"));
    var unknown =
        wanted.withInputs(
            wanted.inputs().with("data", ObjectValue.empty().with("a", new UnknownValue())));
    // when
    var difference = fixture.provider().diff(recorded, unknown, fixture.preview());
    // then
    assertThat(difference.paths()).containsExactly("data.a");
  }

  @Test
  void replacesAJobThatDidNotEndWellWhereTheProgramSaysSo() {
    // given
    var job =
        """
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: work
          namespace: NAMESPACE
          annotations: {pulumi.com/replaceUnready: "true", pulumi.com/skipAwait: "true"}
        spec:
          suspend: true
          template:
            spec: {restartPolicy: Never, containers: [{name: work, image: work}]}
        """;
    var recorded = fixture.created(in(job));
    // when
    var difference =
        fixture.provider().diff(recorded, fixture.wanted(recorded, in(job)), fixture.call());
    // then
    assertThat(difference.replaces())
        .containsExactly(".metadata.annotations[\"pulumi.com/replaceUnready\"]");
    assertThat(difference.deleteBeforeReplace()).isTrue();
  }

  @Test
  void comparesSecretsByWhatTheyHold() {
    // given
    var text =
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: some, namespace: NAMESPACE}
        stringData: {password: one}
        """;
    var recorded = fixture.created(in(text));
    var encoded = in(text).replace("stringData: {password: one}", "data: {password: b25l}");
    // when
    var same = fixture.provider().diff(recorded, fixture.wanted(recorded, encoded), fixture.call());
    var other =
        fixture
            .provider()
            .diff(
                recorded, fixture.wanted(recorded, in(text).replace("one", "two")), fixture.call());
    // then
    assertThat(same.changed()).isFalse();
    assertThat(other.paths()).containsExactly("data.password");
  }

  private String map(String data) {
    return in(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: some, namespace: NAMESPACE}
        data:
          DATA
        """
            .replace("DATA", data));
  }

  private String in(String yaml) {
    return yaml.replace("NAMESPACE", namespace);
  }
}

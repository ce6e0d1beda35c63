package dev.helium.engine.kubernetes.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.engine.EngineException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a small cluster does not show. */
class ReadinessRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jsonpath={.status.phase}=Running|true",
        "jsonpath={.status.phase}=Done|false",
        "jsonpath={$.status.phase}|true",
        "jsonpath={.status.absent}|false",
        "jsonpath={.status.list[1]}=b|true",
        "jsonpath={.status.list[*]}=a|true",
        "jsonpath={.status['phase']}=Running|true",
        "jsonpath={.status.conditions[?(@.type==\"Ready\")].status}=False|true",
        "condition=Good|true",
        "condition=Ready|false",
        "condition=Ready=False|true",
        "[\"condition=Good\", \"condition=Ready\"]|false",
        "[\"condition=Good\", \"jsonpath={.status.phase}\"]|true",
      })
  void waitsForWhatAnAnnotationNames(String annotation, boolean expected) {
    // given
    var object =
        object(
            """
            status:
              phase: Running
              list: [a, b]
              conditions: [{type: Ready, status: "False"}, {type: Good, status: "True"}]
            """);
    // when
    var verdict = WaitFor.parse(annotation).judge(object, List.of());
    // then
    assertThat(verdict instanceof Verdict.Ready).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ready",
        "[]",
        "[\"x",
        "jsonpath=.status.phase",
        "jsonpath={.status..phase}",
        "jsonpath={.items[?(@.a>1)]}"
      })
  void refusesExpressionsItDoesNotUnderstand(String annotation) {
    // when / then
    assertThatThrownBy(() -> WaitFor.parse(annotation))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("pulumi.com/waitFor");
  }

  @Test
  void doesNotTrustAStatusOfAnEarlierGeneration() {
    // given
    var stale =
        object(
            """
            metadata: {generation: 2}
            spec: {replicas: 1}
            status:
              observedGeneration: 1
              replicas: 1
              updatedReplicas: 1
              readyReplicas: 1
              conditions:
                - {type: Available, status: "True"}
                - {type: Progressing, status: "True", reason: NewReplicaSetAvailable}
            """);
    // when
    var verdict = new DeploymentRule().judge(stale, List.of());
    // then
    assertThat(verdict).isInstanceOf(Verdict.Waiting.class);
  }

  @Test
  void takesAPartitionForWhatIsToBeRolledOut() {
    // given
    var set =
        """
        metadata: {generation: 2}
        spec: {replicas: 3, updateStrategy: {rollingUpdate: {partition: 2}}}
        status:
          observedGeneration: 2
          replicas: 3
          readyReplicas: 3
          updatedReplicas: COUNT
          currentRevision: old
          updateRevision: new
        """;
    // when
    var before = new StatefulSetRule().judge(object(set.replace("COUNT", "0")), List.of());
    var after = new StatefulSetRule().judge(object(set.replace("COUNT", "1")), List.of());
    // then
    assertThat(before).isInstanceOf(Verdict.Waiting.class);
    assertThat(after).isInstanceOf(Verdict.Ready.class);
  }

  @Test
  void doesNotWaitForAClaimThatWaitsForAPod() {
    // given
    var claim = object("spec: {storageClassName: slow}\nstatus: {phase: Pending}");
    var late = object("volumeBindingMode: WaitForFirstConsumer");
    var now = object("volumeBindingMode: Immediate");
    // when
    var waiting = new ClaimRule().judge(claim, List.of(now));
    var ready = new ClaimRule().judge(claim, List.of(late));
    // then
    assertThat(waiting).isInstanceOf(Verdict.Waiting.class);
    assertThat(ready).isInstanceOf(Verdict.Ready.class);
  }

  @Test
  void waitsForTheAddressOfAnIngress() {
    // given
    var rule = ReadyRules.find("networking.k8s.io/v1", "Ingress").orElseThrow().rule();
    // when
    var before = rule.judge(object("status: {loadBalancer: {}}"), List.of());
    var after =
        rule.judge(object("status: {loadBalancer: {ingress: [{ip: 10.0.0.1}]}}"), List.of());
    // then
    assertThat(before).isInstanceOf(Verdict.Waiting.class);
    assertThat(after).isInstanceOf(Verdict.Ready.class);
  }

  @Test
  void givesAServiceThatSelectsNothingAWhile() {
    // given
    var service = object("spec: {type: ClusterIP, clusterIP: 10.0.0.1, selector: {app: web}}");
    var pending = object("endpoints: [{conditions: {ready: false}}, {conditions: {ready: true}}]");
    // when
    var nothing = new ServiceRule().judge(service, List.of());
    var some = new ServiceRule().judge(service, List.of(pending));
    var headless =
        new ServiceRule().judge(object("spec: {clusterIP: None, selector: {a: b}}"), List.of());
    // then
    assertThat(nothing)
        .isInstanceOfSatisfying(
            Verdict.Waiting.class, waiting -> assertThat(waiting.quiet()).isPositive());
    assertThat(some)
        .isInstanceOfSatisfying(
            Verdict.Waiting.class, waiting -> assertThat(waiting.quiet()).isZero());
    assertThat(headless).isInstanceOf(Verdict.Ready.class);
  }

  private static JsonNode object(String yaml) {
    try {
      return new ObjectMapper()
          .readTree(Serialization.asJson(Serialization.unmarshal(yaml, Map.class)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

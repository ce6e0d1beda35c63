package dev.helium.watcher.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.watcher.judging.ObjectKey;
import io.fabric8.kubernetes.api.model.EventBuilder;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HearingTest {
  @ParameterizedTest
  @CsvSource({
    "Pod, FailedMount, STARTING",
    "Pod, FailedAttachVolume, STARTING",
    "Pod, FailedCreatePodSandBox, STARTING",
    "Pod, Pulling, STARTING",
    "Pod, TriggeredScaleUp, SCALING",
    "Pod, NotTriggerScaleUp, SCALING",
    "Pod, Unhealthy, PROBING",
    "StatefulSet, FailedCreate, CREATION",
    "DaemonSet, FailedCreate, CREATION",
    "Job, SuccessfulCreate, CREATION",
    "PersistentVolumeClaim, ProvisioningFailed, VOLUME",
    "Service, SyncLoadBalancerFailed, BALANCING"
  })
  void hearsWhatIsOfUse(String kind, String reason, Topic topic) {
    assertThat(Hearing.of(event(kind, reason, "so it is").build()))
        .contains(
            new Word(
                new ObjectKey(kind, "demo", "web"),
                topic,
                reason,
                "so it is",
                "",
                Instant.parse("2026-06-01T00:00:01Z")));
  }

  @ParameterizedTest
  @CsvSource({
    "Pod, Scheduled, ok",
    "Pod, Failed, Error: ImagePullBackOff",
    "ReplicaSet, FailedCreate, no room",
    "Node, NodeNotReady, gone",
    "StatefulSet, Unhealthy, odd"
  })
  void passesOverWhatObjectsSayBetterThemselves(String kind, String reason, String message) {
    assertThat(Hearing.of(event(kind, reason, message).build())).isEmpty();
  }

  @Test
  void knowsTheContainer() {
    var event =
        event("Pod", "Failed", "Failed to pull image \"a\": no")
            .editInvolvedObject()
            .withFieldPath("spec.initContainers{migrate}")
            .endInvolvedObject();
    assertThat(Hearing.of(event.build()).map(Word::container)).contains("migrate");
  }

  @Test
  void takesTheTimeThatTheEventHas() {
    var event =
        event("Pod", "Pulling", "a")
            .withLastTimestamp(null)
            .withNewEventTime("2026-06-01T00:00:09.123456Z");
    assertThat(Hearing.of(event.build()).map(Word::at))
        .contains(Instant.parse("2026-06-01T00:00:09.123456Z"));
    assertThat(Hearing.of(event.withNewEventTime("then").build()).map(Word::at))
        .contains(Instant.EPOCH);
  }

  @Test
  void copesWithAnEventThatSaysNothing() {
    assertThat(Hearing.of(new EventBuilder().withNewMetadata().endMetadata().build())).isEmpty();
  }

  private static EventBuilder event(String kind, String reason, String message) {
    return new EventBuilder()
        .withNewMetadata()
        .withName("web.1")
        .endMetadata()
        .withNewInvolvedObject()
        .withKind(kind)
        .withNamespace("demo")
        .withName("web")
        .endInvolvedObject()
        .withReason(reason)
        .withMessage(message)
        .withLastTimestamp("2026-06-01T00:00:01Z");
  }
}

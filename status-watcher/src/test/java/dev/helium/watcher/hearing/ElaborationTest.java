package dev.helium.watcher.hearing;

import static dev.helium.domain.ReasonKind.FATAL;
import static dev.helium.domain.ReasonKind.RECOVERABLE;
import static dev.helium.domain.ReasonKind.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.ReadinessCode;
import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import dev.helium.domain.WorkspaceId;
import dev.helium.watcher.judging.Finding;
import dev.helium.watcher.judging.ObjectKey;
import dev.helium.watcher.judging.Part;
import dev.helium.watcher.judging.Symptom;
import dev.helium.watcher.judging.Tag;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ElaborationTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "Pod, ContainerCreating, STARTING, FailedMount, FailedMount, RECOVERABLE",
    "Pod, Pending, STARTING, FailedMount, FailedMount, RECOVERABLE",
    "Pod, ContainerCreating, STARTING, FailedAttachVolume, FailedAttachVolume, RECOVERABLE",
    "Pod, ContainerCreating, STARTING, FailedCreatePodSandBox, FailedCreatePodSandBox, RECOVERABLE",
    "Pod, ContainerCreating, STARTING, Pulling, ImagePulling, WAITING",
    "StatefulSet, RolloutInProgress, CREATION, FailedCreate, FailedCreate, RECOVERABLE",
    "Job, JobRunning, CREATION, FailedCreate, FailedCreate, RECOVERABLE",
    "StatefulSet, RolloutInProgress, CREATION, SuccessfulCreate, RolloutInProgress, WAITING",
    "PersistentVolumeClaim, ClaimPending, VOLUME, ProvisioningFailed, ProvisioningFailed, RECOVERABLE",
    "PersistentVolumeClaim, ClaimPending, VOLUME, WaitForFirstConsumer, ClaimPending, WAITING",
    "Service, LoadBalancerPending, BALANCING, SyncLoadBalancerFailed, SyncLoadBalancerFailed, RECOVERABLE"
  })
  void saysWhatIsBehindAWait(
      String kind, String code, Topic topic, String said, String then, ReasonKind thenKind) {
    Reason reason = reason(elaborated(kind, lasting(code, "it waits"), word(topic, said, "why")));
    assertThat(reason.code()).isEqualTo(then);
    assertThat(reason.kind()).isEqualTo(thenKind);
  }

  @Test
  void saysTheArithmeticOfAQuotaThatOnlyAnEventTells() {
    String message =
        "create Pod web-0 in StatefulSet web failed error: pods \"web-0\" is forbidden: exceeded"
            + " quota: q, requested: pods=1, used: pods=0, limited: pods=0";
    assertThat(
            reason(
                elaborated(
                    "StatefulSet",
                    lasting("RolloutInProgress", "0 of 1 pods are available"),
                    word(Topic.CREATION, "FailedCreate", message))))
        .isEqualTo(
            new Reason(
                FATAL,
                "StatefulSet/web",
                "QuotaExceeded",
                "quota q: needs 1 of pods; 0 of 0 are taken"));
  }

  @Test
  void believesAnObjectThatIsWellOrKnowsBetter() {
    Word mount = word(Topic.STARTING, "FailedMount", "why");
    Finding well = new Finding(key("Pod"), tag(), new Part.Workload(), List.of(), "");
    assertThat(Elaboration.of(well, heard(mount))).isEqualTo(well);
    Symptom crash = lasting("CrashLoopBackOff", "container web crashes");
    assertThat(elaborated("Pod", crash, mount)).isEqualTo(crash);
    Symptom unheard = lasting("Unheard", "odd");
    assertThat(elaborated("Pod", unheard, mount)).isEqualTo(unheard);
  }

  @Test
  void saysWhyAnImageDoesNotComeWhereTheStateDoesNot() {
    Word word = word(Topic.PULLING, "Failed", "Failed to pull image \"web:1\": not found");
    assertThat(
            reason(
                    elaborated(
                        "Pod", lasting("ImagePullBackOff", "image web:1 cannot be pulled"), word))
                .message())
        .isEqualTo("image web:1 cannot be pulled: not found");
    assertThat(
            reason(
                    elaborated(
                        "Pod", lasting("ImagePullBackOff", "image db:1 cannot be pulled"), word))
                .message())
        .isEqualTo("image db:1 cannot be pulled");
  }

  @Test
  void saysWhatAProbeHasMetOfTheContainerItIsFor() {
    Symptom unhealthy = lasting("Unhealthy", "container web runs, but its probe does not succeed");
    String message = "Readiness probe failed: HTTP probe failed with statuscode: 500";
    assertThat(reason(elaborated("Pod", unhealthy, probe("web", message))).message())
        .endsWith("does not succeed: its readiness probe is answered 500");
    assertThat(elaborated("Pod", unhealthy, probe("db", message))).isEqualTo(unhealthy);
  }

  @Test
  void saysThatAContainerWasEndedForItsProbesSake() {
    Symptom crash = lasting("CrashLoopBackOff", "container web has been restarted 3 times");
    assertThat(
            reason(elaborated("Pod", crash, probe("web", "Liveness probe failed: timeout")))
                .message())
        .endsWith("; before that its liveness probe gets no answer in time");
    assertThat(elaborated("Pod", crash, probe("web", "Readiness probe failed: timeout")))
        .isEqualTo(crash);
  }

  @Test
  void waitsForANodeThatIsOnItsWay() {
    Symptom symptom =
        elaborated("Pod", unschedulable(), word(Topic.SCALING, "TriggeredScaleUp", "pool 1->2"));
    Reason first = symptom.at(NOW.plusSeconds(600));
    assertThat(first.code()).isEqualTo("NodeScalingUp");
    assertThat(first.kind()).isEqualTo(WAITING);
    assertThat(first.message()).contains("a node is on its way").contains("Insufficient cpu");
    Reason then = symptom.at(NOW.plus(Elaboration.NODE_COMES_WITHIN));
    assertThat(then.code()).isEqualTo("Unschedulable");
    assertThat(then.kind()).isEqualTo(FATAL);
  }

  @Test
  void saysThatNoNodeIsAdded() {
    Symptom symptom =
        elaborated("Pod", unschedulable(), word(Topic.SCALING, "NotTriggerScaleUp", "max size"));
    assertThat(symptom.at(NOW).kind()).isEqualTo(WAITING);
    assertThat(symptom.at(NOW.plusSeconds(60)).kind()).isEqualTo(FATAL);
    assertThat(symptom.at(NOW.plusSeconds(60)).message())
        .isEqualTo("Insufficient cpu; no node is added for it: max size");
  }

  @Test
  void saysOfAProbeOnlyWhenItsTimeIsUp() {
    Symptom starting =
        new Symptom.Worsening(
            new Reason(WAITING, "Pod/web", "ContainerStarting", "container web runs"),
            NOW.plusSeconds(60),
            new Reason(RECOVERABLE, "Pod/web", "Unhealthy", "container web runs"));
    Symptom more = elaborated("Pod", starting, probe("web", "Readiness probe failed: timeout"));
    assertThat(more.at(NOW)).isEqualTo(starting.at(NOW));
    assertThat(more.at(NOW.plusSeconds(60)).message()).contains("gets no answer in time");
  }

  private static Symptom unschedulable() {
    return new Symptom.Worsening(
        new Reason(WAITING, "Pod/web", "Unschedulable", "Insufficient cpu"),
        NOW.plusSeconds(60),
        new Reason(FATAL, "Pod/web", "Unschedulable", "Insufficient cpu"));
  }

  private static Symptom elaborated(String kind, Symptom symptom, Word word) {
    Finding finding = new Finding(key(kind), tag(), new Part.Workload(), List.of(symptom), "");
    return Elaboration.of(finding, heard(word)).symptoms().getFirst();
  }

  private static Reason reason(Symptom symptom) {
    return symptom.at(NOW);
  }

  private static Symptom lasting(String code, String message) {
    ReasonKind kind = ReadinessCode.find(code).map(ReadinessCode::kind).orElse(WAITING);
    return new Symptom.Lasting(new Reason(kind, "Pod/web", code, message));
  }

  private static Map<Topic, Word> heard(Word... words) {
    Map<Topic, Word> heard = new EnumMap<>(Topic.class);
    Stream.of(words).forEach(word -> heard.put(word.topic(), word));
    return heard;
  }

  private static Word probe(String container, String message) {
    return new Word(key("Pod"), Topic.PROBING, "Unhealthy", message, container, NOW);
  }

  private static Word word(Topic topic, String reason, String message) {
    return new Word(key("Pod"), topic, reason, message, Word.NO_CONTAINER, NOW);
  }

  private static ObjectKey key(String kind) {
    return new ObjectKey(kind, "demo", "web");
  }

  private static Tag tag() {
    return new Tag(new WorkspaceId("demo"), 1);
  }
}

package dev.helium.watcher.folding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import dev.helium.domain.WorkspaceId;
import dev.helium.watcher.hearing.Topic;
import dev.helium.watcher.hearing.Word;
import dev.helium.watcher.judging.Finding;
import dev.helium.watcher.judging.ObjectKey;
import dev.helium.watcher.judging.Part;
import dev.helium.watcher.judging.Symptom;
import dev.helium.watcher.judging.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FindingsTest {
  private static final WorkspaceId ONE = new WorkspaceId("one");
  private static final WorkspaceId TWO = new WorkspaceId("two");
  private static final ObjectKey WEB = new ObjectKey("Pod", "one", "web");

  private static final ObjectKey GONE = new ObjectKey("Pod", "one", "gone");

  private final Findings findings = new Findings();

  private static Finding finding(WorkspaceId workspace, String address) {
    return new Finding(WEB, new Tag(workspace, 1), new Part.Workload(), List.of(), address);
  }

  @Test
  void isNewsOnlyWhenItDiffers() {
    assertThat(findings.put(finding(ONE, "a"))).containsExactly(ONE);
    assertThat(findings.put(finding(ONE, "a"))).isEmpty();
    assertThat(findings.put(finding(ONE, "b"))).containsExactly(ONE);
    assertThat(findings.of(ONE)).containsExactly(finding(ONE, "b"));
    assertThat(findings.size()).isEqualTo(1);
  }

  @Test
  void isNewsForBothWhenAnObjectMovesToAnotherWorkspace() {
    findings.put(finding(ONE, "a"));
    assertThat(findings.put(finding(TWO, "a"))).containsExactlyInAnyOrder(ONE, TWO);
    assertThat(findings.of(ONE)).isEmpty();
    assertThat(findings.of(TWO)).hasSize(1);
    assertThat(findings.size()).isEqualTo(1);
  }

  @Test
  void forgetsWhatIsGone() {
    findings.put(finding(ONE, "a"));
    assertThat(findings.remove(WEB)).containsExactly(ONE);
    assertThat(findings.remove(WEB)).isEmpty();
    assertThat(findings.of(ONE)).isEmpty();
    assertThat(findings.size()).isZero();
  }

  @Test
  void remembersWhatWasHeardThroughAnEarlierConnectionOfWhatIsStillThere() {
    // given
    Findings before = new Findings();
    before.put(pending(WEB));
    before.put(pending(GONE));
    before.put(home());
    before.hear(pulling(WEB));
    before.hear(pulling(GONE));
    findings.put(pending(WEB));
    findings.put(home());
    // when
    findings.remember(before);
    findings.put(pending(GONE));
    // then
    assertThat(findings.of(ONE))
        .flatExtracting(Finding::symptoms)
        .extracting(symptom -> symptom.at(Instant.EPOCH).code())
        .containsExactlyInAnyOrder("ImagePulling", "ContainerCreating");
  }

  private static Finding home() {
    return new Finding(
        ObjectKey.namespace("one"), new Tag(ONE, 1), new Part.Home(Duration.ZERO), List.of(), "");
  }

  private static Finding pending(ObjectKey pod) {
    Reason reason =
        new Reason(ReasonKind.WAITING, pod.toString(), "ContainerCreating", "is being created");
    return new Finding(
        pod, new Tag(ONE, 1), new Part.Workload(), List.of(new Symptom.Lasting(reason)), "");
  }

  private static Word pulling(ObjectKey pod) {
    return new Word(
        pod, Topic.STARTING, "Pulling", "Pulling image", Word.NO_CONTAINER, Instant.EPOCH);
  }
}

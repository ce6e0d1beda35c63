package dev.helium.deletion.ledger;

import static dev.helium.deletion.Samples.DEMO;
import static dev.helium.deletion.Samples.created;
import static dev.helium.deletion.Samples.deletionRequested;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.deletion.Samples;
import dev.helium.deletion.proof.NamespaceFacts;
import dev.helium.deletion.tenure.Lives;
import dev.helium.deletion.tenure.Tenures;
import dev.helium.deletion.turns.ManualTurns;
import dev.helium.domain.ClusterName;
import dev.helium.domain.Command;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DriftLoopTest {
  private static final Duration CONFIRMATION = Duration.ofSeconds(5);
  private static final Instant FAR = Samples.NOW.plus(Duration.ofDays(30));
  private static final Event.Provisioned MADE =
      new Event.Provisioned(1, Map.of("K8sNamespace", "demo"));

  private final ManualTurns turns = new ManualTurns();
  private final Tenures tenures = new Tenures((workspace, tenure) -> {});
  private final Lives lives = new Lives(tenures);
  private final List<Command> commands = new ArrayList<>();
  private final FewNamespaces cluster = new FewNamespaces();
  private Runnable beforeLogIsRead = () -> {};
  private long sequence;

  private final DriftLoop loop =
      new DriftLoop(
          lives,
          tenures,
          () -> Map.of(ClusterName.DEFAULT, cluster),
          () -> {
            beforeLogIsRead.run();
            return Future.succeededFuture();
          },
          new Requests(
              command -> {
                commands.add(command);
                return Future.succeededFuture();
              },
              turns),
          CONFIRMATION,
          turns);

  @BeforeEach
  void open() {
    tenures.take(0);
    loop.open();
  }

  @Test
  void aNamespaceThatWasRemovedIsReportedWhenItIsMissingTwice() {
    // given
    says(created(1, FAR), MADE);
    // when
    removed();
    // then
    assertThat(commands).isEmpty();
    // when
    turns.pass(CONFIRMATION);
    // then
    assertThat(commands)
        .singleElement()
        .isInstanceOfSatisfying(
            Command.ReportDrift.class,
            report -> {
              assertThat(report.id().value()).isEqualTo("drift-demo-1");
              assertThat(report.what()).isEqualTo("namespace demo does not exist");
            });
  }

  @Test
  void whatIsThereAgainAtTheSecondLookIsNotReported() {
    // given
    says(created(1, FAR), MADE);
    removed();
    // when
    cluster.namespaces.add("demo");
    turns.pass(CONFIRMATION);
    // then
    assertThat(commands).isEmpty();
  }

  @Test
  void whatIsMadeAgainBetweenTheLooksIsNotReported() {
    // given
    says(created(1, FAR), MADE);
    removed();
    // when
    says(new Event.Retried(2, "me"), new Event.Provisioned(2, MADE.outputs()));
    turns.pass(CONFIRMATION);
    // then
    assertThat(commands).isEmpty();
  }

  @Test
  void whatTheLogSaysBeforeTheLookIsJudgedCounts() {
    // given
    says(created(1, FAR), MADE);
    // when
    beforeLogIsRead = () -> says(deletionRequested());
    removed();
    turns.pass(CONFIRMATION);
    // then
    assertThat(commands).isEmpty();
  }

  @Test
  void nothingIsAskedOfAWorkspaceThatIsOnItsWayOut() {
    // given
    says(created(1, FAR), MADE, deletionRequested());
    // when
    removed();
    turns.pass(CONFIRMATION);
    // then
    assertThat(cluster.looks).isZero();
    assertThat(commands).isEmpty();
  }

  @Test
  void aClusterThatDoesNotAnswerShowsNothingToBeMissing() {
    // given
    says(created(1, FAR), MADE);
    cluster.isAway = true;
    // when
    removed();
    turns.pass(CONFIRMATION);
    // then
    assertThat(commands).isEmpty();
    // when it changes once more
    cluster.isAway = false;
    removed();
    turns.pass(CONFIRMATION);
    // then
    assertThat(commands).hasSize(1);
  }

  @Test
  void whatAnotherProcessActsForIsLeftToIt() {
    // given
    tenures.give(0);
    says(created(1, FAR), MADE);
    // when
    removed();
    turns.pass(CONFIRMATION);
    // then
    assertThat(commands).isEmpty();
  }

  private void removed() {
    loop.namespaceChanged(ClusterName.DEFAULT, DEMO);
    turns.settle();
  }

  private void says(LifecycleEvent... events) {
    for (LifecycleEvent event : events) {
      sequence++;
      tenures.learn(Samples.record(DEMO, sequence, event), 0);
    }
  }

  private static final class FewNamespaces implements ClusterLook {
    final Set<String> namespaces = new HashSet<>();
    boolean isAway;
    int looks;

    @Override
    public Future<Map<String, NamespaceFacts>> namespaces() {
      return named(namespaces);
    }

    @Override
    public Future<Map<String, NamespaceFacts>> named(Set<String> names) {
      looks++;
      return isAway
          ? Future.failedFuture("the cluster is away")
          : Future.succeededFuture(
              names.stream()
                  .filter(namespaces::contains)
                  .collect(Collectors.toMap(Function.identity(), FewNamespaces::facts)));
    }

    @Override
    public Future<LabelledObjects> objects(Predicate<String> interesting, Set<String> apart) {
      return Future.succeededFuture(LabelledObjects.NONE);
    }

    private static NamespaceFacts facts(String name) {
      return new NamespaceFacts(name, name, "1", Samples.NOW, false, List.of());
    }
  }
}

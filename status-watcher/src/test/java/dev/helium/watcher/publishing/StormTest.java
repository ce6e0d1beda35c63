package dev.helium.watcher.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.WorkspaceId;
import dev.helium.watcher.folding.Fold;
import dev.helium.watcher.folding.Life;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All pods restart at once: what is said stays bounded, and ends with what is so. */
final class StormTest {
  private static final int WORKSPACES = 1_000;
  private static final int PODS = 10;

  /** Changes of pods between two answers of the log, on average. */
  private static final int CHANGES_PER_ANSWER = 2_000;

  private static final int MOST_UNDER_WAY = 512;

  private final ManualTurns turns = new ManualTurns();
  private final StormyFleet fleet = new StormyFleet(WORKSPACES, PODS);

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void saysNoMoreOfAWorkspaceThanTheLogAnswersTimes(long seed) {
    // given
    HeldLog log = new HeldLog(fleet, turns);
    allReady(log);
    log.forgetCounts();
    // when
    storm(log, new Random(seed));
    // then
    fleet.ids().forEach(id -> assertThat(log.said(id)).hasSizeLessThanOrEqualTo(log.answers()));
    fleet.ids().forEach(id -> assertThatTheLastIsSo(log, id));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void endsWithWhatIsSoAlthoughPartitionsAreLostMeanwhile(long seed) {
    // given
    HeldLog log = new HeldLog(fleet, turns);
    allReady(log);
    log.failSometimes(new Random(seed));
    // when
    storm(log, new Random(seed));
    // then
    assertThat(log.losses()).isPositive();
    fleet.ids().forEach(id -> assertThatTheLastIsSo(log, id));
    fleet.ids().forEach(id -> assertNumberedWithoutGaps(log.said(id)));
    fleet.ids().forEach(id -> assertNothingTwice(log.said(id)));
  }

  private void allReady(HeldLog log) {
    fleet.allReady();
    log.open();
    log.answerAll();
  }

  /** Each pod goes through its stages, in any order among all pods. */
  private void storm(HeldLog log, Random random) {
    List<Integer> pods = fleet.restarts(random);
    for (int pod : pods) {
      fleet.advance(pod, random).forEach(log.reporter()::changed);
      if (random.nextInt(10) == 0) {
        turns.settle();
      }
      if (random.nextInt(CHANGES_PER_ANSWER) == 0) {
        log.answer();
      }
      assertThat(log.underWay()).isLessThanOrEqualTo(MOST_UNDER_WAY);
    }
    assertThat(log.marked()).isLessThanOrEqualTo(WORKSPACES);
    log.answerAll();
  }

  private void assertThatTheLastIsSo(HeldLog log, WorkspaceId id) {
    Readiness shown =
        Fold.of(id, new Life(1, Life.Stage.MADE), fleet.findings().of(id), turns.instant())
            .readiness();
    assertThat(troubles(log.last(id))).isEqualTo(troubles(shown));
  }

  private static void assertNumberedWithoutGaps(List<EventRecord> said) {
    assertThat(said)
        .extracting(EventRecord::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, said.size()).boxed().toList());
  }

  private static void assertNothingTwice(List<EventRecord> said) {
    for (int index = 1; index < said.size(); index++) {
      assertThat(said.get(index).event()).isNotEqualTo(said.get(index - 1).event());
    }
  }

  /** What is wrong, without since when. */
  private static List<String> troubles(Readiness readiness) {
    return switch (Objects.requireNonNull(readiness)) {
      case Readiness.Unknown _ -> List.of("unknown");
      case Readiness.Ready _ -> List.of();
      case Readiness.NotReady(List<Reason> reasons) ->
          reasons.stream().map(reason -> reason.object() + " " + reason.code()).toList();
    };
  }
}

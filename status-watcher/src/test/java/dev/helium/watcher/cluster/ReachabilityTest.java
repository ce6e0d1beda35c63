package dev.helium.watcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ReachabilityTest {
  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Look WATCHED = new Look(true, true, true, false);
  private static final Look CUT = new Look(true, false, false, false);
  private static final Look LISTING = new Look(false, false, true, true);

  private static Reachability at(Reachability before, int seconds, Look look) {
    return before.after(look, START.plusSeconds(seconds), PATIENCE);
  }

  @Test
  void isUnreachableWhenNothingWasHeardForAsLongAsIsWaitedFor() {
    // given
    Reachability watched = at(Reachability.starting(START), 1, WATCHED);
    // when
    Reachability cut = at(at(watched, 2, CUT), 30, CUT);
    Reachability lost = at(cut, 31, CUT);
    // then
    assertThat(cut.state()).isEqualTo(ClusterState.INTERRUPTED);
    assertThat(lost).isEqualTo(new Reachability(ClusterState.UNREACHABLE, START.plusSeconds(1)));
  }

  @Test
  void isUnreachableWhenItNeverAnswered() {
    // given, when
    Reachability lost = at(Reachability.starting(START), 30, Look.NOTHING);
    // then
    assertThat(lost).isEqualTo(new Reachability(ClusterState.UNREACHABLE, START));
  }

  @Test
  void isNotUnreachableWhileALongListComesIn() {
    // given
    Reachability listing = at(Reachability.starting(START), 25, LISTING);
    // when
    Reachability later = at(listing, 50, Look.NOTHING);
    // then
    assertThat(later).isEqualTo(new Reachability(ClusterState.STARTING, START.plusSeconds(25)));
  }

  @Test
  void isWatchedAgainAtTheFirstLook() {
    // given
    Reachability lost = at(Reachability.starting(START), 100, Look.NOTHING);
    // when, then
    assertThat(at(lost, 101, WATCHED))
        .isEqualTo(new Reachability(ClusterState.WATCHED, START.plusSeconds(101)));
  }
}

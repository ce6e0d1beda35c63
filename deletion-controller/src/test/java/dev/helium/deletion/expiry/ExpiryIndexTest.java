package dev.helium.deletion.expiry;

import static dev.helium.deletion.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ExpiryIndexTest {
  private final ExpiryIndex index = new ExpiryIndex();

  private static Due due(String workspace, long seconds) {
    return new Due(NOW.plusSeconds(seconds), new WorkspaceId(workspace), 1);
  }

  @Test
  void givesOutTheLongestOverdueFirstAndNothingEarly() {
    List<Due> all = new ArrayList<>();
    for (int index = 0; index < 200; index++) {
      all.add(due("ws-" + index, index / 2));
    }
    List<Due> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(3));
    shuffled.forEach(index::put);
    List<Due> taken = new ArrayList<>();
    for (var due = index.takeDue(NOW.plusSeconds(49)); due.isPresent(); ) {
      taken.add(due.get());
      due = index.takeDue(NOW.plusSeconds(49));
    }
    assertThat(taken).isSorted().hasSize(100);
    assertThat(taken).allMatch(due -> !due.at().isAfter(NOW.plusSeconds(49)));
    assertThat(index.next()).contains(NOW.plusSeconds(50));
    assertThat(index.size()).isEqualTo(100);
  }

  @Test
  void holdsOneInstantForAWorkspace() {
    index.put(due("one", 10));
    index.put(due("one", 20));
    assertThat(index.takeDue(NOW.plusSeconds(15))).isEmpty();
    assertThat(index.takeDue(NOW.plusSeconds(20))).contains(due("one", 20));
    assertThat(index.takeDue(Instant.MAX)).isEmpty();
    assertThat(index.size()).isZero();
  }

  @Test
  void forgets() {
    index.put(due("one", 10));
    index.remove(new WorkspaceId("one"));
    index.remove(new WorkspaceId("one"));
    assertThat(index.next()).isEmpty();
    assertThat(index.takeDue(Instant.MAX)).isEmpty();
  }

  @Test
  void isDueAtTheInstantItself() {
    index.put(due("one", 0));
    assertThat(index.takeDue(NOW.minusNanos(1))).isEmpty();
    assertThat(index.takeDue(NOW)).isPresent();
  }
}

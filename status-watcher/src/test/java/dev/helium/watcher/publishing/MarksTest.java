package dev.helium.watcher.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.WorkspaceId;
import dev.helium.watcher.publishing.Marks.Mark;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class MarksTest {
  private static final WorkspaceId ONE = new WorkspaceId("one");
  private static final WorkspaceId TWO = new WorkspaceId("two");

  private final AtomicLong clock = new AtomicLong();
  private final Marks marks = new Marks(clock::incrementAndGet);

  @Test
  void holdsAWorkspaceOnceSinceItsFirstMark() {
    marks.add(ONE);
    marks.add(TWO);
    marks.add(ONE);
    assertThat(marks.size()).isEqualTo(2);
    assertThat(marks.take()).contains(new Mark(ONE, 1));
    assertThat(marks.take()).contains(new Mark(TWO, 2));
    assertThat(marks.take()).isEmpty();
  }

  @Test
  void holdsAWorkspaceAgainThatIsMarkedAfterItWasTaken() {
    marks.add(ONE);
    marks.take();
    marks.add(ONE);
    assertThat(marks.take()).map(Mark::workspace).contains(ONE);
  }

  @Test
  void remembersOfWhatIsPutOffSinceWhenItWaits() {
    // given
    marks.add(ONE);
    Mark first = marks.take().orElseThrow();
    // when it is marked by somebody meanwhile
    marks.add(ONE);
    marks.putOff(first);
    marks.add(ONE);
    // then
    assertThat(marks.take()).contains(first);
    assertThat(marks.take()).isEmpty();
    // when it was looked at
    marks.add(ONE);
    // then
    assertThat(marks.take()).contains(new Mark(ONE, 3));
  }

  @Test
  void forgetsWhatWasPutOffOfWhatIsSomebodyElses() {
    // given
    marks.add(ONE);
    marks.putOff(marks.take().orElseThrow());
    // when
    marks.forget(ONE);
    // then
    assertThat(marks.size()).isZero();
    marks.add(ONE);
    assertThat(marks.take()).contains(new Mark(ONE, 2));
  }
}

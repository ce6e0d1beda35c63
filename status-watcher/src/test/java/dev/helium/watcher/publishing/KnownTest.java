package dev.helium.watcher.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceView;
import dev.helium.watcher.folding.Life;
import dev.helium.wire.EventEnvelope;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class KnownTest {
  private static final WorkspaceId DEMO = new WorkspaceId("demo");
  private static final int HISTORIES = 300;
  private static final int EVENTS = 80;

  /** What the watcher goes by. */
  private record Facts(Life life, Said said) {}

  @Test
  void whatIsKeptAndTheEventsAfterItSayWhatTheWholeLogSays() {
    Set<Life.Stage> stages = EnumSet.noneOf(Life.Stage.class);
    LongStream.range(0, HISTORIES)
        .forEach(
            seed -> {
              // given a place of the log, and a mark that may be behind it
              List<EventRecord> log = RandomHistory.of(DEMO, EVENTS, seed);
              Random random = new Random(seed);
              int kept = random.nextInt(log.size() + 1);
              int mark = random.nextInt(kept + 1);
              int lost = random.nextInt(log.size());
              // when
              WorkspaceView view = WorkspaceView.absent(DEMO);
              Known whole = new Known();
              for (int index = 0; index < log.size(); index++) {
                take(whole, log.get(index), index == lost);
                if (index < kept) {
                  view = applied(view, log.get(index), index == lost);
                }
              }
              Known after = new Known();
              after.remember(view);
              for (int index = mark; index < log.size(); index++) {
                take(after, log.get(index), index == lost);
              }
              // then
              assertThat(facts(after)).as("history %s", seed).isEqualTo(facts(whole));
              stages.add(Life.of(view).stage());
            });
    assertThat(stages).isEqualTo(EnumSet.allOf(Life.Stage.class));
  }

  /** An observation that is lost cannot be read; whose number it had is known. */
  private static boolean isLost(EventRecord record, boolean chosen) {
    return chosen && record.source() == Source.STATUS_WATCHER;
  }

  private static void take(Known known, EventRecord record, boolean chosen) {
    if (isLost(record, chosen)) {
      known.passOver(new EventEnvelope(DEMO, record.source(), record.sequence()));
    } else {
      known.learn(record);
    }
  }

  private static WorkspaceView applied(WorkspaceView view, EventRecord record, boolean chosen) {
    return isLost(record, chosen)
        ? view.passOver(record.source(), record.sequence())
        : view.apply(record);
  }

  private static Facts facts(Known known) {
    Watched watched = known.find(DEMO).orElseThrow();
    return new Facts(watched.life(), watched.said().about(watched.life().incarnation()));
  }
}

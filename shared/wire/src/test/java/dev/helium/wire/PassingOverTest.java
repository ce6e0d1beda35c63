package dev.helium.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PassingOverTest {
  private static final WorkspaceId ID = new WorkspaceId("example");

  private final EventCodec codec = new EventCodec();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whoCannotReadAnEventCountsLikeWhoCan(long seed) {
    // given
    Random random = new Random(seed);
    List<EventRecord> history = Histories.random(ID, 60, random);
    Snapshot reader = Snapshot.absent(ID);
    Snapshot poorReader = Snapshot.absent(ID);
    // when
    for (int index = 0; index < history.size(); index++) {
      EventRecord event = history.get(index);
      reader = reader.apply(event, 2L * index);
      poorReader =
          random.nextInt(3) == 0
              ? poorReader.passOver(envelope(event), 2L * index)
              : poorReader.apply(event, 2L * index);
      // then
      assertThat(poorReader.offsets()).isEqualTo(reader.offsets());
      assertThat(poorReader.view().workspace().sequence())
          .isEqualTo(reader.view().workspace().sequence());
      assertThat(poorReader.view().observed()).isEqualTo(reader.view().observed());
    }
  }

  @Test
  void anEventThatIsPassedOverAgainOrIsNotTheNextChangesNothing() {
    // given
    List<EventRecord> history = Histories.random(ID, 3, new Random(9));
    Snapshot snapshot = Snapshot.absent(ID).apply(history.getFirst(), 5);
    EventEnvelope next = new EventEnvelope(ID, Source.STATUS_WATCHER, 1);
    Snapshot passed = snapshot.passOver(next, 7);
    // then
    assertThat(passed.view().observed()).isOne();
    assertThat(passed.offsets().count()).isEqualTo(2);
    assertThat(passed.passOver(next, 9)).isEqualTo(passed);
    assertThat(passed.passOver(new EventEnvelope(ID, Source.STATUS_WATCHER, 3), 9))
        .isEqualTo(passed);
    assertThat(passed.passOver(new EventEnvelope(ID, Source.PROVISIONER, Long.MAX_VALUE), 9))
        .isEqualTo(passed);
  }

  @Test
  void anEnvelopeIsReadFromHeadersAloneOrNotAtAll() {
    // given
    EventRecord event = Histories.random(ID, 1, new Random(1)).getFirst();
    Map<String, String> headers = codec.encode(event).headers();
    // then
    assertThat(EventEnvelope.of(new Encoded(headers, new byte[0])))
        .contains(new EventEnvelope(ID, event.source(), event.sequence()));
    for (String name : List.of("ce_subject", "ce_source", "ce_sequence")) {
      for (String wrong : List.of("", "-1", "Not A Name")) {
        Map<String, String> damaged = new HashMap<>(headers);
        damaged.put(name, wrong);
        assertThat(EventEnvelope.of(new Encoded(damaged, new byte[0]))).as(name).isEmpty();
      }
      Map<String, String> missing = new HashMap<>(headers);
      missing.remove(name);
      assertThat(EventEnvelope.of(new Encoded(missing, new byte[0]))).isEmpty();
    }
  }

  private EventEnvelope envelope(EventRecord event) {
    return EventEnvelope.of(new Encoded(codec.encode(event).headers(), new byte[0])).orElseThrow();
  }
}

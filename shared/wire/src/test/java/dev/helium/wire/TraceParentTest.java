package dev.helium.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TraceParentTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String TEXT = "00-" + TRACE + "-00f067aa0ba902b7-01";

  @Test
  void itGoesWithARecordWithoutChangingAnythingElseOfIt() {
    // given
    Encoded encoded = new Encoded(Map.of("ce_id", "1"), new byte[] {1, 2});
    // when
    Encoded traced = encoded.in(new TraceParent(TEXT));
    // then
    assertThat(traced.headers())
        .containsExactlyInAnyOrderEntriesOf(Map.of("ce_id", "1", "ce_traceparent", TEXT));
    assertThat(traced.body()).isEqualTo(encoded.body());
    assertThat(TraceParent.of(traced).trace()).isEqualTo(TRACE);
  }

  @Test
  void whereThereIsNoneNothingIsAdded() {
    // given
    Encoded encoded = new Encoded(Map.of("ce_id", "1"), new byte[0]);
    // then
    assertThat(encoded.in(TraceParent.NONE)).isSameAs(encoded);
    assertThat(TraceParent.of(encoded)).isEqualTo(TraceParent.NONE);
    assertThat(TraceParent.NONE.trace()).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\n"
      })
  void whatIsNotOfTheFormCountsAsNone(String sent) {
    assertThat(TraceParent.sent(sent)).isEqualTo(TraceParent.NONE);
  }

  @Test
  void nobodyHereWritesWhatIsNotOfTheForm() {
    assertThatThrownBy(() -> new TraceParent("nonsense"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("nonsense");
  }
}

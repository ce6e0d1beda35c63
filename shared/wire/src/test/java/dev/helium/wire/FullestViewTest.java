package dev.helium.wire;

import static dev.helium.wire.Samples.ID;
import static dev.helium.wire.Samples.NOW;
import static dev.helium.wire.Samples.SPEC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.FieldError;
import dev.helium.domain.Refusal;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceView;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FullestViewTest {
  @Test
  void whateverIsRefusedHoweverOftenFitsIntoARecord() {
    // given rules whose every character takes six bytes
    FieldError worst = new FieldError("\u0001".repeat(9_999), "\u0001".repeat(9_999));
    Event refusal =
        new Event.Refused(Refusal.invalid(Stream.generate(() -> worst).limit(9_999).toList()));
    WorkspaceView view =
        WorkspaceView.absent(ID).apply(record(1, new Event.Created(1, 1, SPEC, "ada", NOW)));
    // when
    for (int number = 2; number <= 100; number++) {
      view = view.apply(record(number, refusal));
    }
    // then
    String json = new ViewCodec().encode(view);
    assertThat(json.length()).isBetween(1_000_000, 1_800_000);
    assertThat(new ViewCodec().decode(json)).isEqualTo(view);
  }

  private static EventRecord record(int number, Event event) {
    String longest = "c".repeat(120) + number;
    return new EventRecord(
        ID, Source.PROVISIONER, number, new Cause.Commanded(new CommandId(longest)), NOW, event);
  }
}

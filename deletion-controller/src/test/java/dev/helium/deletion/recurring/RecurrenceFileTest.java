package dev.helium.deletion.recurring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.domain.CommandId;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.WorkspaceId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecurrenceFileTest {
  @TempDir Path directory;

  @Test
  void anEntryBecomesACommandForEachInstant() {
    // given
    Recurrence read =
        RecurrenceFile.parse(
                """
                [{"name":"nightly","cron":"0 3 * * *","zone":"Europe/Berlin","backend":"namespace",
                  "parameters":{"consoleVersion":"2"},"expiry":"PT36H","owner":"ann@example.com"}]
                """)
            .getFirst();
    // when
    var create = read.create(read.schedule().latest(at("2026-06-01T10:00:00Z")).orElseThrow());
    // then
    assertThat(create.id()).isEqualTo(new CommandId("recur-nightly-20260601-0300"));
    assertThat(create.workspace()).isEqualTo(new WorkspaceId("nightly-20260601-0300"));
    assertThat(create.requestedBy()).isEqualTo("ann@example.com");
    assertThat(create.backend()).isEqualTo("namespace");
    assertThat(create.parameters()).isEqualTo(Map.of("consoleVersion", "2"));
    assertThat(create.expiry()).isEqualTo(new ExpiryRequest.At(at("2026-06-02T13:00:00Z")));
    assertThat(read.due(create.workspace())).contains(LocalDateTime.parse("2026-06-01T03:00:00"));
  }

  @Test
  void whatMayBeLeftOutHasADefault() {
    // given
    Recurrence read =
        RecurrenceFile.parse("[{\"name\":\"n\",\"cron\":\"0 3 * * *\",\"backend\":\"namespace\"}]")
            .getFirst();
    // when
    var create = read.create(read.schedule().latest(at("2026-06-01T10:00:00Z")).orElseThrow());
    // then
    assertThat(create.workspace().value()).isEqualTo("n-20260601-0300");
    assertThat(create.expiry()).isEqualTo(new ExpiryRequest.Unspecified());
    assertThat(create.requestedBy()).isEqualTo("deletion-controller");
  }

  @Test
  void everyBrokenRuleIsNamedAtOnceWithItsEntryAndField() {
    // given
    String file =
        """
        [{"name":"Nightly!","cron":"0 3 * * *","backend":"namespace"},
         {"name":"good","cron":"61 3 * * *","zone":"Mars","backend":"","expiry":"soon","color":"red"},
         {"name":"good","cron":"0 3 * * *","backend":"namespace"},
         {"name":"good","cron":"0 3 * * *","backend":"namespace","parameters":{"x":1}},
         {"name":"good","cron":"0 4 * * *","backend":"namespace"},
         7]
        """;
    // when, then
    assertThatThrownBy(() -> RecurrenceFile.parse(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("entry 1 (Nightly!): name must have 1 to 49 lower-case letters")
        .hasMessageContaining("entry 2 (good): color is not known; there are [backend, cron,")
        .hasMessageContaining("entry 2 (good): zone must be a time zone")
        .hasMessageContaining("entry 2 (good): cron must be the five fields of cron")
        .hasMessageContaining("entry 2 (good): backend must have 1 to 100 visible characters")
        .hasMessageContaining("entry 2 (good): expiry must be a duration")
        .hasMessageContaining("entry 4 (good): parameters.x must be a text")
        .hasMessageContaining("entry 5 (good): name must be another one")
        .hasMessageContaining("entry 6 must be a JSON object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{}", "3", "null", "\"nightly\""})
  void whatIsNoArrayIsRefused(String text) {
    assertThatThrownBy(() -> RecurrenceFile.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("it must be a JSON array");
  }

  @Test
  void aMissingFileAndTooManyEntriesAreRefused() {
    assertThatThrownBy(() -> RecurrenceFile.read(directory.resolve("none")))
        .hasMessage("it must be a readable file");
    String many = "[" + String.join(",", List.of("1,".repeat(100) + "1")) + "]";
    assertThatThrownBy(() -> RecurrenceFile.parse(many))
        .hasMessage("it must have at most 100 entries");
  }

  @ParameterizedTest
  @CsvSource({
    // A second before, at, and after an instant.
    "2026-06-01T00:59:59.999Z, 2026-05-31T01:00:00Z, 2026-06-01T01:00:00Z",
    "2026-06-01T01:00:00Z, 2026-06-01T01:00:00Z, 2026-06-02T01:00:00Z",
    "2026-06-01T01:00:00.5Z, 2026-06-01T01:00:00Z, 2026-06-02T01:00:00Z",
    // Clocks go forward on 29 March and back on 25 October; three o'clock is three o'clock.
    "2026-03-28T12:00:00Z, 2026-03-28T02:00:00Z, 2026-03-29T01:00:00Z",
    "2026-10-25T12:00:00Z, 2026-10-25T02:00:00Z, 2026-10-26T02:00:00Z"
  })
  void instantsFollowTheClockOfTheZone(Instant now, Instant latest, Instant next) {
    // given
    CronSchedule schedule = CronSchedule.parse("0 3 * * *", ZoneId.of("Europe/Berlin"));
    // when, then
    assertThat(schedule.latest(now).orElseThrow().toInstant()).isEqualTo(latest);
    assertThat(schedule.next(now).orElseThrow().toInstant()).isEqualTo(next);
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}

package dev.helium.pages.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.support.Canned;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryViewTest {
  @ParameterizedTest
  @CsvSource({
    "2026-12-01T00:00:00Z, 2026-11-30",
    "2026-12-01T00:00:01Z, 2026-12-01",
    "2026-11-30T23:59:59Z, 2026-11-30",
    "2027-01-01T00:00:00Z, 2026-12-31"
  })
  void midnightEndsADayAndBeginsNone(String at, LocalDate day) {
    // given
    ExpiryView expiry = new ExpiryView(Canned.expiry("demo", at, "to-come", "ada"));

    // then
    assertThat(expiry.day()).contains(day);
  }

  @ParameterizedTest
  @CsvSource({"failed, true", "due, true", "held, false", "to-come, false"})
  void whatFailedOrIsDueForLongIsStuck(String state, boolean stuck) {
    // given
    ExpiryView expiry = new ExpiryView(Canned.expiry("demo", "2026-11-28T00:00:00Z", state, "ada"));

    // then
    assertThat(expiry.isStuck()).isEqualTo(stuck);
  }

  @Test
  void whatSaysNothingIsShownAsFarAsItGoes() {
    // given
    ExpiryView nothing = new ExpiryView(new JsonObject());

    // then
    assertThat(nothing.day()).isEmpty();
    assertThat(nothing.words()).isEmpty();
    assertThat(nothing.isStuck()).isFalse();
  }
}

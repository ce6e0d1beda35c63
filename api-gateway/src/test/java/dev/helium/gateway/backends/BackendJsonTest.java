package dev.helium.gateway.backends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.BackendDescription;
import dev.helium.domain.ExpiryPolicy;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BackendJsonTest {
  private static final BackendDescription BACKEND =
      new BackendDescription("namespace", "A namespace.", "{}", Map.of());
  private static final ExpiryPolicy EXPIRY = new ExpiryPolicy(ZoneOffset.UTC, 3, 30);

  @Test
  void whatCanBeExpectedIsSaidWithWhatItTakes() {
    // given
    List<Duration> took =
        List.of(Duration.ofSeconds(90), Duration.ofSeconds(30), Duration.ofSeconds(60));

    // when
    JsonObject json = BackendJson.of(BACKEND, took, EXPIRY);

    // then
    assertThat(json.getJsonObject("TimeToReady"))
        .isEqualTo(
            new JsonObject()
                .put("Runs", 3)
                .put("Tenth", 30_000L)
                .put("Median", 60_000L)
                .put("Ninetieth", 90_000L));
    assertThat(json.getInteger("DefaultDays")).isEqualTo(3);
    assertThat(json.getInteger("MaximumDays")).isEqualTo(30);
  }

  @Test
  void tooFewCreationsSayNothingOfTheNext() {
    // given
    List<Duration> took = List.of(Duration.ofSeconds(90), Duration.ofSeconds(30));

    // when
    JsonObject json = BackendJson.of(BACKEND, took, EXPIRY);

    // then
    assertThat(json.containsKey("TimeToReady")).isFalse();
  }
}

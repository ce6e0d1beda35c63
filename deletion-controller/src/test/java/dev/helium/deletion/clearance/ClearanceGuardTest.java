package dev.helium.deletion.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.deletion.turns.ManualTurns;
import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import dev.helium.service.Health;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClearanceGuardTest {
  private static final String CLUSTER = "MkU3OEVBNTcwNTJENDM2Qk";

  private final ManualTurns turns = new ManualTurns();
  private final Health health = new Health();
  private Future<String> answer = Future.succeededFuture(CLUSTER);
  private int confirmed;

  @Test
  void beginsWhenTheKafkaClusterIsNamed() {
    // given, when
    guard("True", CLUSTER).begin();
    turns.settle();
    // then
    assertThat(confirmed).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yes", "mku3oevbntcwntjendm2qk"})
  void refusesWithoutTheNameAndSaysIt(String confirmation) {
    // given, when
    guard("true", confirmation).begin();
    turns.settle();
    // then
    assertThat(confirmed).isZero();
    assertThat(order("true", confirmation).refusal(CLUSTER))
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .contains("nothing is deleted")
                    .contains("HELIUM_CONTROLPLANE_DELETE_ALL_CONFIRM=" + CLUSTER));
  }

  @Test
  void doesNothingWithoutAnOrder() {
    // given, when
    guard("false", CLUSTER).begin();
    guard("", CLUSTER).begin();
    turns.settle();
    // then
    assertThat(confirmed).isZero();
    assertThat(health.isReady()).isTrue();
  }

  @Test
  void asksAgainWhenTheClusterDoesNotAnswer() {
    // given
    answer = Future.failedFuture("no broker");
    guard("true", CLUSTER).begin();
    turns.pass(Duration.ofMinutes(1));
    assertThat(confirmed).isZero();
    // when
    answer = Future.succeededFuture(CLUSTER);
    turns.pass(Duration.ofSeconds(10));
    // then
    assertThat(confirmed).isEqualTo(1);
  }

  @Test
  void refusesAnOrderThatIsNeitherTrueNorFalse() {
    assertThatThrownBy(() -> order("all", ""))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("HELIUM_CONTROLPLANE_DELETE_ALL")
        .hasMessageContaining("must be true or false");
  }

  private ClearanceGuard guard(String wanted, String confirmation) {
    return new ClearanceGuard(
        order(wanted, confirmation), () -> answer, turns, health, () -> confirmed++);
  }

  private static ClearanceOrder order(String wanted, String confirmation) {
    return ClearanceOrder.of(
        Environment.of(
            Map.of(
                "HELIUM_CONTROLPLANE_DELETE_ALL", wanted,
                "HELIUM_CONTROLPLANE_DELETE_ALL_CONFIRM", confirmation)));
  }
}

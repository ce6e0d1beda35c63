package dev.helium.log;

import static dev.helium.log.LogFixture.NOW;
import static dev.helium.log.LogFixture.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.domain.BackendDescription;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
final class BackendsTest {
  private LogFixture log;
  private BackendLog backends;
  private BackendFollower follower;

  @BeforeEach
  void start(TestBroker broker) {
    log = new LogFixture(broker);
    backends = new BackendLog(log.vertx, log.settings, () -> NOW);
    follower = new BackendFollower(log.vertx, log.settings);
  }

  @AfterEach
  void stop() {
    done(follower.close());
    done(backends.close());
    log.close();
  }

  @Test
  void theNewestDescriptionOfEachBackendCountsUntilItIsRemoved() {
    // given
    BackendDescription older = description("one", "older");
    BackendDescription newer = description("one", "newer");
    BackendDescription other = description("other", "to go");
    done(backends.put(older));
    done(backends.put(other));
    assertThat(follower.backends()).isEmpty();
    // when
    follower.start();
    await().atMost(Duration.ofMinutes(1)).until(() -> follower.backends().isPresent());
    // then
    assertThat(follower.backends()).contains(Map.of("one", older, "other", other));
    // when
    done(backends.put(newer));
    done(backends.remove("other"));
    // then
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> follower.backends().orElseThrow().equals(Map.of("one", newer)));
    assertThat(done(BackendFollower.read(log.vertx, log.settings))).isEqualTo(Map.of("one", newer));
  }

  private static BackendDescription description(String name, String summary) {
    return new BackendDescription(name, summary, "{}", Map.of());
  }
}

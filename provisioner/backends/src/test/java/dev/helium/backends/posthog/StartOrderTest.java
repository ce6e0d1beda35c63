package dev.helium.backends.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who waits for whom. */
final class StartOrderTest {
  private static final String ZOOKEEPER = "posthog-posthog-zookeeper:2181";

  private final Made made = Made.of("");

  @ParameterizedTest
  @ValueSource(strings = {"posthog-posthog-kafka", "clickhouse-posthog"})
  void whatNeedsZookeeperWaitsForIt(String component) {
    assertThat(first(component).getArgs()).containsExactly(ZOOKEEPER);
    assertThat(first(component).getImage()).isEqualTo(made.container(component).getImage());
  }

  @Test
  void migrationsWaitForAllStoresAndGoPastThePool() {
    assertThat(first("posthog-migrate").getArgs())
        .containsExactly(
            "posthog-posthog-postgresql:5432",
            "posthog-posthog-redis-master:6379",
            "clickhouse-posthog:9000",
            "posthog-posthog-kafka:9092");
    assertThat(made.environment("posthog-migrate"))
        .containsEntry("POSTHOG_POSTGRES_HOST", "posthog-posthog-postgresql")
        .containsEntry("POSTHOG_POSTGRES_PORT", "5432")
        .containsEntry("USING_PGBOUNCER", "false");
  }

  @Test
  void failedMigrationsAreTriedAgainAFewTimesAndByEveryUpdate() {
    // when
    Job job = made.the(Job.class, "posthog-migrate");
    // then
    assertThat(job.getSpec().getBackoffLimit()).isEqualTo(3);
    assertThat(job.getMetadata().getAnnotations())
        .containsEntry("pulumi.com/replaceUnready", "true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "posthog-web",
        "posthog-events",
        "posthog-worker",
        "posthog-beat",
        "posthog-plugins"
      })
  void theAppWaitsForThePoolTheStoresAndTheMigrations(String component) {
    // when
    Container waiting = first(component);
    // then
    assertThat(waiting.getName()).isEqualTo("wait-for-migrations");
    assertThat(waiting.getArgs()).startsWith("posthog-pgbouncer:6543");
    assertThat(waiting.getCommand().get(2)).contains("showmigrations", "migrate_clickhouse --plan");
    assertThat(waiting.getEnv())
        .extracting(variable -> variable.getName())
        .contains("POSTHOG_DB_PASSWORD", "CLICKHOUSE_HOST", "SECRET_KEY", "PRIMARY_DB");
  }

  @Test
  void waitingEndsWhenEverythingTakesConnections() throws IOException, InterruptedException {
    // given
    List<String> command = first("posthog-migrate").getCommand();
    try (ServerSocket one = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        ServerSocket two = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      // when
      Process waiting = waiting(command, one.getLocalPort(), two.getLocalPort());
      // then
      assertThat(waiting.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(waiting.exitValue()).isZero();
    }
  }

  @Test
  void waitingSaysForWhom() throws IOException {
    // given a port that nobody listens at any more
    int port;
    try (ServerSocket closed = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    // when
    Process waiting = waiting(first("posthog-migrate").getCommand(), port);
    // then
    try (var lines = waiting.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("waiting for 127.0.0.1:" + port);
    } finally {
      waiting.descendants().forEach(ProcessHandle::destroyForcibly);
      waiting.destroyForcibly();
    }
  }

  private Container first(String component) {
    return made.pod(component).getInitContainers().getFirst();
  }

  private static Process waiting(List<String> command, int... ports) throws IOException {
    List<String> words = new java.util.ArrayList<>(command);
    for (int port : ports) {
      words.add("127.0.0.1:" + port);
    }
    return new ProcessBuilder(words).redirectErrorStream(true).start();
  }
}

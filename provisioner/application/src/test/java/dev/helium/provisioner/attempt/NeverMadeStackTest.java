package dev.helium.provisioner.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.namespace.NamespaceBackend;
import dev.helium.domain.AttemptReport;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.Environment;
import dev.helium.service.tracing.Tracing;
import dev.helium.service.tracing.TracingEnvironment;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace that is to go before anything was made of it; no cluster is asked. */
final class NeverMadeStackTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final String AWAY =
      """
      apiVersion: v1
      kind: Config
      clusters: [{name: away, cluster: {server: "http://127.0.0.1:9"}}]
      contexts: [{name: away, context: {cluster: away, user: nobody}}]
      users: [{name: nobody, user: {}}]
      current-context: away
      """;

  @TempDir Path directory;

  @Test
  void isDestroyedWithoutARunOfTheEngineThatCouldFail() throws IOException {
    // given spans that nobody takes
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    Tracing tracing =
        TracingEnvironment.open(
            Environment.of(Map.of("HELIUM_TRACES", "http://127.0.0.1:9")), "provisioner", meters);
    Path kubeconfig = Files.writeString(directory.resolve("kubeconfig"), AWAY);
    // when
    AttemptReport report;
    try (RunFixture fixture = new RunFixture(directory, kubeconfig).traced(tracing)) {
      report = fixture.destroy(new WorkspaceId("never-made"), 1, new NamespaceBackend(), NOW);
    }
    // then the attempt alone has a span
    assertThat(report).isEqualTo(new AttemptReport.Destroyed(1));
    assertThat(meters.counter("helium.traces.spans", "outcome", "ended").count()).isEqualTo(1);
    TracingEnvironment.close(tracing);
  }
}

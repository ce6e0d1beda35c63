package dev.helium.provisioner.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.helium.domain.CommandId;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Protection;
import dev.helium.domain.Terms;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Namespaces that programs say are the workspace's. */
final class NamespaceClaimTest {
  private static final String LABELS =
      "{\"metadata\": {\"labels\": {\"helium.dev/workspace\": \"%s\", \"helium.dev/incarnation\":"
          + " \"%s\"}}}";

  private final Map<String, String> namespaces = new HashMap<>();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v1/namespaces/",
        exchange -> {
          String name = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
          byte[] answer = namespaces.getOrDefault(name, "{}").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(namespaces.containsKey(name) ? 200 : 404, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void itIsTheWorkspacesWhenItBearsItsLabels() {
    namespaces.put("example", LABELS.formatted("example", 2));
    assertThat(checked("example")).isEqualTo(Map.of("K8sNamespace", "example", "mine", "1"));
  }

  @Test
  void anyOtherGoesByAnotherName() {
    namespaces.put("kube-system", "{\"metadata\": {}}");
    namespaces.put("others", LABELS.formatted("others", 2));
    namespaces.put("earlier", LABELS.formatted("example", 1));
    for (String name : List.of("kube-system", "others", "earlier", "missing", "../secrets/a")) {
      assertThat(checked(name)).isEqualTo(Map.of("ProgramNamespace", name, "mine", "1"));
    }
  }

  @Test
  void whereNoneIsNamedNobodyIsAsked() {
    // given
    Map<String, String> outputs = new HashMap<>(Map.of("mine", "1"));
    // when
    new NamespaceClaim(
            cluster -> {
              throw new AssertionError("nobody has to be asked");
            })
        .check(workspace(), outputs);
    // then
    assertThat(outputs).isEqualTo(Map.of("mine", "1"));
  }

  private Map<String, String> checked(String namespace) {
    Map<String, String> outputs = new HashMap<>(Map.of("K8sNamespace", namespace, "mine", "1"));
    Config config =
        new ConfigBuilder()
            .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
            .build();
    new NamespaceClaim(cluster -> config).check(workspace(), outputs);
    return outputs;
  }

  private static Workspace workspace() {
    Instant now = Instant.parse("2026-03-01T00:00:00Z");
    return new Workspace(
        new WorkspaceId("example"),
        2,
        new WorkspaceSpec("program", Map.of(), Map.of()),
        "ada",
        now,
        now.plus(Duration.ofDays(1)),
        new Lifecycle.Provisioning(1, 0, now, false),
        2,
        new CommandId("c"),
        2,
        List.of(),
        new Terms(Protection.NONE, Duration.ZERO, false, false));
  }
}

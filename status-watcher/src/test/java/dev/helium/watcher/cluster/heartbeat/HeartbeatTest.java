package dev.helium.watcher.cluster.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.WebSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ClusterExtension.class)
final class HeartbeatTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int MANY = 20;

  @Test
  void aQuietWatchLivesAsTheApiServerAnswersPings(TestCluster cluster) {
    // given
    AtomicInteger beats = new AtomicInteger();
    List<String> ends = new CopyOnWriteArrayList<>();
    try (KubernetesClient client = client(cluster, counting(beats))) {
      URI quiet =
          URI.create(
              client.getMasterUrl()
                  + "api/v1/namespaces/"
                  + cluster.newNamespace("quiet")
                  + "/endpoints?watch=true");
      // when
      WebSocket socket =
          client
              .getHttpClient()
              .newWebSocketBuilder()
              .header("Origin", client.getMasterUrl().toString())
              .uri(quiet)
              .buildAsync(ending(ends))
              .join();
      await().atMost(LIMIT).until(() -> beats.get() > MANY || !ends.isEmpty());
      // then
      assertThat(ends).isEmpty();
      assertThat(socket.sendClose(1000, "done")).isTrue();
    }
  }

  private static Executor counting(AtomicInteger beats) {
    Executor later = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);
    return beat ->
        later.execute(
            () -> {
              beats.incrementAndGet();
              beat.run();
            });
  }

  private static KubernetesClient client(TestCluster cluster, Executor later) {
    return new KubernetesClientBuilder()
        .withConfig(Config.fromKubeconfig(cluster.kubeconfig().toFile()))
        .withHttpClientFactory(new HeartbeatFactory(later))
        .build();
  }

  private static WebSocket.Listener ending(List<String> ends) {
    return new WebSocket.Listener() {
      @Override
      public void onError(WebSocket socket, Throwable error) {
        ends.add(error.toString());
      }

      @Override
      public void onClose(WebSocket socket, int code, String reason) {
        ends.add(reason);
      }

      @Override
      public void onMessage(WebSocket socket, String text) {
        socket.request();
      }
    };
  }
}

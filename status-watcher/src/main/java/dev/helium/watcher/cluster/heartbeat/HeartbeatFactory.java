package dev.helium.watcher.cluster.heartbeat;

import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Makes HTTP clients for the Kubernetes client of which every WebSocket has a heartbeat. */
public final class HeartbeatFactory extends JdkHttpClientFactory {
  private final Executor later;

  /**
   * @param interval between two pings; a socket that is silent for two to three of them is dead
   */
  public HeartbeatFactory(Duration interval) {
    this(CompletableFuture.delayedExecutor(interval.toMillis(), TimeUnit.MILLISECONDS));
  }

  /**
   * @param later runs each beat when its time has come
   */
  HeartbeatFactory(Executor later) {
    this.later = later;
  }

  @Override
  protected HttpClient.Builder createNewHttpClientBuilder() {
    return new HeartbeatClientBuilder(super.createNewHttpClientBuilder(), later);
  }
}

package dev.helium.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClientBuilder.ExecutorSupplier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of a Kubernetes client. An informer that begins again at the moment in which its
 * client is closed fails in one of them, where nobody would hear of it but the JVM's last resort.
 */
final class ClientTasks implements ExecutorSupplier {
  private static final Logger LOG = LoggerFactory.getLogger(ClientTasks.class);

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("kubernetes-client-", 0).factory());

  @Override
  public Executor get() {
    return task -> threads.execute(() -> run(task));
  }

  @Override
  public void onClose(Executor executor) {
    threads.shutdownNow();
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException failure) {
      LOG.atWarn()
          .addKeyValue("failure", failure.toString())
          .log("a task of a Kubernetes client failed");
    }
  }
}

package dev.helium.service;

import dev.helium.service.metrics.ProcessMeters;
import dev.helium.service.metrics.ServiceMeters;
import dev.helium.service.tracing.Tracing;
import dev.helium.service.tracing.TracingEnvironment;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts one service as this process, and stops it when the process is told to go. */
public final class ServiceLauncher {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceLauncher.class);
  private static final long DRAIN_SECONDS = 22;
  private static final long END_SECONDS = 3;

  private ServiceLauncher() {}

  /**
   * Returns when the service has started; the process lives on. A start that fails ends the process
   * with status 1 and one line that says why.
   *
   * @param managementPort unless {@code HELIUM_MANAGEMENT_PORT} says another
   */
  @SuppressWarnings("SystemExitOutsideMain") // It is the main method of every service.
  public static void launch(String name, int managementPort, Function<Environment, Service> build) {
    try {
      start(name, managementPort, build, Environment.system());
    } catch (ConfigurationException invalid) {
      LOG.atError().addKeyValue("service", name).log(invalid.getMessage());
      System.exit(1);
    } catch (ExecutionException | TimeoutException | RuntimeException failure) {
      LOG.atError().addKeyValue("service", name).setCause(failure).log("the service did not start");
      System.exit(1);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      System.exit(1);
    }
  }

  private static void start(
      String name,
      int managementPort,
      Function<Environment, Service> build,
      Environment environment)
      throws InterruptedException, ExecutionException, TimeoutException {
    Service service = build.apply(environment);
    ServiceMeters meters = meters(name);
    Vertx vertx = meters.vertx(new VertxOptions().setPreferNativeTransport(false));
    Tracing tracing = TracingEnvironment.open(environment, name, meters.registry());
    Health health = new Health();
    health.expect(name);
    meters.show(health::isReady);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(name, service, vertx, tracing), "stop-" + name));
    int port = environment.integer("HELIUM_MANAGEMENT_PORT", managementPort, 0, 65535);
    String host = environment.text("HELIUM_MANAGEMENT_BIND", "127.0.0.1");
    Future<?> started =
        new ManagementServer(vertx, name, health, meters)
            .listen(host, port)
            .compose(
                ignored ->
                    service.start(new ServiceContext(vertx, health, meters.registry(), tracing)));
    started.toCompletionStage().toCompletableFuture().get(5, TimeUnit.MINUTES);
    health.ready(name);
    LOG.atInfo().addKeyValue("service", name).addKeyValue("management", port).log("started");
  }

  private static ServiceMeters meters(String name) {
    ServiceMeters meters = new ServiceMeters(name);
    ProcessMeters process = new ProcessMeters(meters.registry());
    Runtime.getRuntime().addShutdownHook(new Thread(process::close, "close-metrics"));
    return meters;
  }

  private static void stop(String name, Service service, Vertx vertx, Tracing tracing) {
    LOG.atInfo().addKeyValue("service", name).log("stopping");
    try {
      service.stop().toCompletionStage().toCompletableFuture().get(DRAIN_SECONDS, TimeUnit.SECONDS);
      // Not composed: the service's future may need an event loop that has ended by then.
      vertx.close().toCompletionStage().toCompletableFuture().get(END_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      LOG.atWarn().addKeyValue("service", name).setCause(failure).log("stopped without draining");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      TracingEnvironment.close(tracing);
    }
  }
}

package dev.helium.engine.protocol;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.asset.AssetHashes;
import dev.helium.engine.project.ConfigEntry;
import dev.helium.engine.provider.RunFacts;
import dev.helium.engine.run.Program;
import dev.helium.engine.run.Registrar;
import dev.helium.engine.run.RunContext;
import dev.helium.engine.sdk.DebugMessages;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import pulumirpc.Language.RunRequest;
import pulumirpc.Language.RunResponse;
import pulumirpc.LanguageRuntimeGrpc;

/**
 * A program that waits at an address to be told to run, as the Automation API offers its inline
 * programs.
 */
public final class InlineProgram implements Program {
  private static final int MAXIMUM_MESSAGE_BYTES = 64 * 1024 * 1024;
  private static final long GRACE_SECONDS = 5;
  private static final String ORGANIZATION = "organization";

  private final String address;
  private final Executor executor;
  private final AssetHashes assets;

  /** A program at {@code host:port}; its calls are served by the executor. */
  public InlineProgram(String address, Executor executor, AssetHashes assets) {
    this.address = address;
    this.executor = executor;
    this.assets = assets;
  }

  @Override
  public void run(Map<String, ConfigEntry> configuration, Registrar registrar, RunContext context) {
    var inFlight = new InFlight();
    var engine = new EngineService(context, registrar);
    var name = InProcessAddress.create();
    var endpoint = new MonitorEndpoint(executor);
    var facts = facts(configuration, context, endpoint);
    var monitor = new MonitorService(registrar, inFlight, assets, facts);
    endpoint.serve(List.of(monitor, engine));
    var server = serve(name, monitor, engine);
    var channel = NettyChannelBuilder.forTarget(address).usePlaintext().build();
    try (var _ = DebugMessages.want(context.settings().debug())) {
      var response = call(channel, request(configuration, context, name), context);
      inFlight.close();
      judge(response, engine, context);
    } finally {
      inFlight.close();
      endpoint.close();
      stop(server, channel);
    }
  }

  private Server serve(String name, MonitorService monitor, EngineService engine) {
    try {
      return InProcessServerBuilder.forName(name)
          .executor(executor)
          .addService(monitor)
          .addService(engine)
          .build()
          .start();
    } catch (IOException failure) {
      throw new EngineException(FailureClass.INTERNAL, "the engine cannot be reached", failure);
    }
  }

  private static RunResponse call(ManagedChannel channel, RunRequest request, RunContext context) {
    var answer = new CompletableFuture<RunResponse>();
    LanguageRuntimeGrpc.newStub(channel)
        .withMaxInboundMessageSize(MAXIMUM_MESSAGE_BYTES)
        .run(request, new Answer(answer));
    // A cancelled run has its registrations refused, so the program ends by itself; one that does
    // not is left behind.
    context
        .cancellation()
        .onCancel(
            () ->
                answer.completeOnTimeout(RunResponse.getDefaultInstance(), GRACE_SECONDS, SECONDS));
    try {
      return answer.join();
    } catch (CompletionException failure) {
      throw new EngineException(
          FailureClass.PROGRAM_FAILED, "the program ended without an answer", failure);
    }
  }

  private record Answer(CompletableFuture<RunResponse> future)
      implements StreamObserver<RunResponse> {
    @Override
    public void onNext(RunResponse response) {
      future.complete(response);
    }

    @Override
    public void onError(Throwable failure) {
      future.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
      // The answer came before.
    }
  }

  private static void judge(RunResponse response, EngineService engine, RunContext context) {
    context.cancellation().check();
    if (context.firstFailure() != null) {
      throw context.firstFailure();
    }
    if (!response.getError().isEmpty()) {
      var said = engine.firstError().isEmpty() ? response.getError() : engine.firstError();
      throw new EngineException(
          FailureClass.PROGRAM_FAILED, context.redactor().clean(summary(said)));
    }
  }

  /** The SDK reports a stack trace after a sentence of its own; the exception is what matters. */
  private static String summary(String error) {
    var lines = error.lines().filter(line -> !line.isBlank()).toList();
    var first = lines.isEmpty() ? error : lines.getFirst();
    var isPreface = first.contains("failed with an unhandled exception") && lines.size() > 1;
    return isPreface ? "the program failed: " + lines.get(1).strip() : first;
  }

  private static RunFacts facts(
      Map<String, ConfigEntry> configuration, RunContext context, MonitorEndpoint endpoint) {
    var clear = new TreeMap<String, String>();
    var secret = new TreeSet<String>();
    configuration.forEach(
        (key, entry) -> {
          clear.put(key, entry.value());
          if (entry.secret()) {
            secret.add(key);
          }
        });
    return new RunFacts(
        context.stack().project(),
        context.stack().stack(),
        ORGANIZATION,
        clear,
        secret,
        context.preview(),
        context.options().parallelOperations(),
        endpoint::address);
  }

  private static RunRequest request(
      Map<String, ConfigEntry> configuration, RunContext context, String engineAddress) {
    var request =
        RunRequest.newBuilder()
            .setProject(context.stack().project())
            .setStack(context.stack().stack())
            .setOrganization(ORGANIZATION)
            .setMonitorAddress(engineAddress)
            .addArgs(engineAddress)
            .setDryRun(context.preview())
            .setParallel(context.options().parallelOperations());
    configuration.forEach(
        (key, entry) -> {
          request.putConfig(key, entry.value());
          if (entry.secret()) {
            request.addConfigSecretKeys(key);
          }
        });
    return request.build();
  }

  private static void stop(Server server, ManagedChannel channel) {
    channel.shutdownNow();
    server.shutdownNow();
    try {
      server.awaitTermination(GRACE_SECONDS, SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

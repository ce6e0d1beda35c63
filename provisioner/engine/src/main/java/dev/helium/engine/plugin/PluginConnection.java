package dev.helium.engine.plugin;

import com.google.protobuf.Empty;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.PluginLimits;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pulumirpc.Plugin.PluginAttach;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.ResourceProviderGrpc;

/** A plugin that runs and can be asked, from its start to its end. */
final class PluginConnection {
  private static final Logger LOG = LoggerFactory.getLogger(PluginConnection.class);
  private static final int LARGEST_MESSAGE = 64 * 1024 * 1024;
  private static final Duration GOODBYE = Duration.ofSeconds(1);

  private final UnaryCalls calls = new UnaryCalls();
  private final EngineEndpoint engine;

  /** Null when someone else started it. */
  private final PluginProcess process;

  private final ManagedChannel channel;
  private final PluginLimits limits;
  private final Runnable onEnd;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicBoolean stopping = new AtomicBoolean();

  /** Null when it does not shake hands. */
  private Capabilities handshake;

  private Capabilities capabilities = new Capabilities(false, false, false);

  private PluginConnection(
      EngineEndpoint engine, PluginProcess process, int port, PluginLimits limits, Runnable onEnd) {
    this.engine = engine;
    this.process = process;
    this.limits = limits;
    this.onEnd = onEnd;
    this.channel =
        NettyChannelBuilder.forAddress("127.0.0.1", port)
            .usePlaintext()
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .build();
    if (process != null) {
      process.onEnd(this::end);
    }
  }

  /**
   * Starts a plugin, or looks at one that runs, and shakes hands.
   *
   * @param onEnd runs once when it has ended, and also when it never began
   */
  static PluginConnection open(
      Launch launch, PluginLimits limits, Executor executor, Runnable onEnd) {
    var engine = new EngineEndpoint(executor);
    PluginConnection connection;
    try {
      connection = connect(launch, engine, limits, onEnd);
    } catch (RuntimeException failure) {
      engine.close();
      onEnd.run();
      throw failure;
    }
    try {
      connection.shakeHands(launch);
      return connection;
    } catch (RuntimeException failure) {
      var told = connection.explained(failure);
      connection.stop();
      throw told;
    }
  }

  private static PluginConnection connect(
      Launch launch, EngineEndpoint engine, PluginLimits limits, Runnable onEnd) {
    return switch (launch.location()) {
      case PluginLocation.Attached(int port) ->
          new PluginConnection(engine, null, port, limits, onEnd);
      case PluginLocation.Executable(var path) -> {
        var process = PluginProcess.start(path, engine.address(), launch.environment(), limits);
        var port = process.port(limits.startTimeout());
        yield new PluginConnection(engine, process, port, limits, onEnd);
      }
    };
  }

  private void shakeHands(Launch launch) {
    var request =
        ProviderHandshakeRequest.newBuilder()
            .setEngineAddress(engine.address())
            .setInvokeWithPreview(true);
    if (process != null) {
      request.setRootDirectory(launch.folder()).setProgramDirectory(launch.folder());
    }
    try {
      handshake =
          Capabilities.of(
              calls.askWhenReady(
                  channel,
                  ResourceProviderGrpc.getHandshakeMethod(),
                  request.build(),
                  limits.startTimeout()));
    } catch (StatusRuntimeException failure) {
      if (failure.getStatus().getCode() != Status.Code.UNIMPLEMENTED) {
        throw failure;
      }
      LOG.atDebug().addKeyValue("plugin", launch).log("the plugin does not shake hands");
    }
    if (process == null) {
      var address = PluginAttach.newBuilder().setAddress(engine.address()).build();
      calls.ask(channel, ResourceProviderGrpc.getAttachMethod(), address, limits.startTimeout());
    }
  }

  private RuntimeException explained(RuntimeException failure) {
    if (failure instanceof EngineException) {
      return failure;
    }
    var words = isAlive() ? String.valueOf(failure.getMessage()) : epitaph();
    return new EngineException(
        FailureClass.PROVIDER_FAILED, "the plugin does not answer: " + words, failure);
  }

  /** Configures it; this is done once. */
  void configure(ConfigureRequest request) {
    var response =
        calls.ask(
            channel, ResourceProviderGrpc.getConfigureMethod(), request, limits.callTimeout());
    capabilities = handshake == null ? Capabilities.of(response) : handshake;
  }

  /** The version it says it has, empty when it says none. */
  Optional<PluginVersion> version() {
    var info =
        calls.ask(
            channel,
            ResourceProviderGrpc.getGetPluginInfoMethod(),
            Empty.getDefaultInstance(),
            limits.callTimeout());
    return PluginVersion.parse(info.getVersion());
  }

  ManagedChannel channel() {
    return channel;
  }

  Capabilities capabilities() {
    return capabilities;
  }

  EngineEndpoint engine() {
    return engine;
  }

  boolean isAlive() {
    return !ended.get() && (process == null || process.isAlive());
  }

  /** What is known about its end. */
  String epitaph() {
    return process == null ? "the attached plugin does not answer" : process.epitaph();
  }

  /** Waits a moment for an end that is already under way; true when it has ended. */
  boolean hasEnded() {
    if (process != null) {
      process.await(GOODBYE);
    }
    return !isAlive();
  }

  /** Tells it that everything it does is to be given up. */
  void cancelEverything() {
    try {
      calls.ask(
          channel, ResourceProviderGrpc.getCancelMethod(), Empty.getDefaultInstance(), GOODBYE);
    } catch (StatusRuntimeException failure) {
      LOG.atDebug().setCause(failure).log("the plugin does not take a cancellation");
    }
  }

  /** Ends it; returns when it has ended. A plugin that someone else started is only left. */
  void stop() {
    if (stopping.getAndSet(true)) {
      return;
    }
    if (isAlive() && process != null) {
      cancelEverything();
    }
    channel.shutdownNow();
    if (process != null) {
      process.stop(limits.stopTimeout().multipliedBy(2));
    }
    end();
  }

  private void end() {
    if (!ended.getAndSet(true)) {
      channel.shutdownNow();
      engine.close();
      onEnd.run();
    }
  }
}

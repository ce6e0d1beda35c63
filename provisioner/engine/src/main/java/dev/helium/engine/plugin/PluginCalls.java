package dev.helium.engine.plugin;

import dev.helium.engine.EngineOptions;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.Cancellation;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The calls of one run to one plugin. When the run is cancelled the plugin is told, and what it has
 * not answered some time later is given up.
 */
final class PluginCalls implements AutoCloseable {
  /** A provider that was told how long it may take can answer a moment later. */
  private static final Duration SLACK = Duration.ofSeconds(30);

  private final PluginLease lease;
  private final EngineOptions options;
  private final UnaryCalls calls = new UnaryCalls();

  PluginCalls(PluginLease lease, EngineOptions options, Cancellation cancellation) {
    this.lease = lease;
    this.options = options;
    cancellation.onCancel(this::cancel);
  }

  PluginConnection connection() {
    return lease.connection();
  }

  Capabilities capabilities() {
    return connection().capabilities();
  }

  /** The longest a question may take that changes nothing. */
  Duration brief() {
    return options.plugins().callTimeout();
  }

  /** The longest an operation may take. */
  Duration operation(Call call) {
    return call.timeout().isZero() ? options.runTimeout() : call.timeout().plus(SLACK);
  }

  /** Asks and waits; a failure is typed. */
  <Q, R> R ask(MethodDescriptor<Q, R> method, Q request, Duration limit, String operation) {
    var connection = connection();
    try {
      return calls.ask(connection.channel(), method, request, limit);
    } catch (StatusRuntimeException failure) {
      throw RpcFailures.of(failure, connection, operation);
    }
  }

  /** Asks; a failure that carries what was done all the same is left to the caller. */
  <Q, R> R attempt(
      MethodDescriptor<Q, R> method,
      Q request,
      Duration limit,
      String operation,
      PartFailures.Reader reader) {
    var connection = connection();
    try {
      return calls.ask(connection.channel(), method, request, limit);
    } catch (StatusRuntimeException failure) {
      PartFailures.throwWhenPartly(failure, reader);
      throw RpcFailures.of(failure, connection, operation);
    }
  }

  private void cancel() {
    lease.cancel();
    CompletableFuture.delayedExecutor(options.drainTimeout().toMillis() / 2, TimeUnit.MILLISECONDS)
        .execute(calls::cancel);
  }

  @Override
  public void close() {
    lease.close();
  }
}

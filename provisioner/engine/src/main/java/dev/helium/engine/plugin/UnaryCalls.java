package dev.helium.engine.plugin;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Calls that wait for one answer, never longer than allowed, and that can be ended all at once. */
final class UnaryCalls {
  private final Set<ClientCall<?, ?>> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean cancelled;

  /**
   * Asks and waits.
   *
   * @throws StatusRuntimeException when the answer is a failure or does not come in time
   */
  <Q, R> R ask(Channel channel, MethodDescriptor<Q, R> method, Q request, Duration limit) {
    return ask(channel, method, request, limit, CallOptions.DEFAULT);
  }

  /** The same of one that may not listen yet. */
  <Q, R> R askWhenReady(Channel channel, MethodDescriptor<Q, R> method, Q request, Duration limit) {
    return ask(channel, method, request, limit, CallOptions.DEFAULT.withWaitForReady());
  }

  private <Q, R> R ask(
      Channel channel, MethodDescriptor<Q, R> method, Q request, Duration limit, CallOptions base) {
    var options = base.withDeadlineAfter(limit.toMillis(), TimeUnit.MILLISECONDS);
    var call = channel.newCall(method, options);
    var answer = new CompletableFuture<R>();
    underWay.add(call);
    try {
      ClientCalls.asyncUnaryCall(call, request, new Answer<>(answer));
      if (cancelled) {
        call.cancel("the run was cancelled", null);
      }
      return answer.get();
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof StatusRuntimeException status
          ? status
          : new IllegalStateException(failure.getCause());
    } catch (InterruptedException interrupted) {
      call.cancel("the thread was interrupted", interrupted);
      Thread.currentThread().interrupt();
      throw new EngineException(FailureClass.CANCELLED, "cancelled", interrupted);
    } finally {
      underWay.remove(call);
    }
  }

  /** Ends what is under way and lets nothing more begin. */
  void cancel() {
    cancelled = true;
    underWay.forEach(call -> call.cancel("the run was cancelled", null));
  }

  private record Answer<R>(CompletableFuture<R> future) implements StreamObserver<R> {
    @Override
    public void onNext(R response) {
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
}

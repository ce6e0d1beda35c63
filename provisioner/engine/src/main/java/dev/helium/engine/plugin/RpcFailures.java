package dev.helium.engine.plugin;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.stream.Collectors;
import pulumirpc.Errors.InputPropertiesError;
import pulumirpc.Provider.ConfigureErrorMissingKeys;

/** Says what went wrong between the engine and a plugin. */
final class RpcFailures {
  private static final String TOO_LARGE = "gRPC message exceeds maximum size";

  private RpcFailures() {}

  /**
   * The typed failure of a call.
   *
   * @param operation what was asked, such as {@code create}
   */
  static EngineException of(
      RuntimeException failure, PluginConnection connection, String operation) {
    if (failure instanceof EngineException typed) {
      return typed;
    }
    if (!(failure instanceof StatusRuntimeException status)) {
      throw failure;
    }
    if (isLost(status) && (connection.hasEnded() || status.getStatus().getCause() != null)) {
      connection.stop();
      return new EngineException(FailureClass.PLUGIN_DIED, connection.epitaph(), failure);
    }
    return new EngineException(failureClass(status), message(status, operation), failure);
  }

  private static boolean isLost(StatusRuntimeException failure) {
    return switch (failure.getStatus().getCode()) {
      case UNAVAILABLE, INTERNAL, UNKNOWN -> !isAnswer(failure);
      case OK,
          CANCELLED,
          INVALID_ARGUMENT,
          DEADLINE_EXCEEDED,
          NOT_FOUND,
          ALREADY_EXISTS,
          PERMISSION_DENIED,
          RESOURCE_EXHAUSTED,
          FAILED_PRECONDITION,
          ABORTED,
          OUT_OF_RANGE,
          UNIMPLEMENTED,
          DATA_LOSS,
          UNAUTHENTICATED ->
          false;
    };
  }

  /** A provider answers a failure with trailers; without any the connection broke. */
  private static boolean isAnswer(StatusRuntimeException failure) {
    return failure.getTrailers() != null && !failure.getTrailers().keys().isEmpty();
  }

  private static FailureClass failureClass(StatusRuntimeException failure) {
    return switch (failure.getStatus().getCode()) {
      case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE -> FailureClass.INVALID;
      case NOT_FOUND -> FailureClass.NOT_FOUND;
      case ALREADY_EXISTS -> FailureClass.ALREADY_EXISTS;
      case PERMISSION_DENIED, UNAUTHENTICATED -> FailureClass.FORBIDDEN;
      // An answer too large to take says nothing about what was done.
      case RESOURCE_EXHAUSTED ->
          description(failure.getStatus()).startsWith(TOO_LARGE)
              ? FailureClass.INTERNAL
              : FailureClass.QUOTA_EXCEEDED;
      case ABORTED -> FailureClass.CONFLICT;
      case UNAVAILABLE -> FailureClass.CLUSTER_UNREACHABLE;
      case DEADLINE_EXCEEDED -> FailureClass.TIMED_OUT;
      case CANCELLED -> FailureClass.CANCELLED;
      case UNIMPLEMENTED -> FailureClass.UNSUPPORTED;
      case OK, UNKNOWN, INTERNAL, DATA_LOSS -> FailureClass.PROVIDER_FAILED;
    };
  }

  private static String message(StatusRuntimeException failure, String operation) {
    var missing =
        StatusDetails.find(failure, ConfigureErrorMissingKeys.class)
            .map(RpcFailures::missingKeys)
            .orElse("");
    var invalid =
        StatusDetails.find(failure, InputPropertiesError.class)
            .map(RpcFailures::invalidProperties)
            .orElse("");
    var said = description(failure.getStatus());
    return switch (failure.getStatus().getCode()) {
      case DEADLINE_EXCEEDED -> "the provider did not answer the " + operation + " in time";
      case UNIMPLEMENTED -> "the provider does not implement " + operation + ": " + said;
      case CANCELLED -> "the " + operation + " was cancelled before the provider answered";
      default -> missing.isEmpty() ? said + invalid : missing;
    };
  }

  private static String missingKeys(ConfigureErrorMissingKeys missing) {
    return missing.getMissingKeysList().stream()
        .map(
            key ->
                "the configuration "
                    + key.getName()
                    + " is required ("
                    + key.getDescription()
                    + "); set it with: pulumi config set "
                    + key.getName()
                    + " <value>")
        .collect(Collectors.joining("; "));
  }

  private static String invalidProperties(InputPropertiesError invalid) {
    return invalid.getErrorsList().stream()
        .map(error -> "; " + error.getPropertyPath() + ": " + error.getReason())
        .collect(Collectors.joining());
  }

  private static String description(Status status) {
    return status.getDescription() == null
        ? "the provider failed with " + status.getCode()
        : status.getDescription();
  }
}

package dev.helium.engine.plugin;

import dev.helium.engine.FailureClass;
import dev.helium.engine.provider.PartlyDoneException;
import dev.helium.engine.provider.ResourceProvider.Live;
import io.grpc.StatusRuntimeException;
import pulumirpc.Provider.ErrorResourceInitFailed;

/** Failures of resources that exist all the same. */
final class PartFailures {
  private PartFailures() {}

  /** Makes the resource of what the provider told about it. */
  @FunctionalInterface
  interface Reader {
    Live read(ErrorResourceInitFailed details);
  }

  /** Throws when the failure tells of a resource that exists. */
  static void throwWhenPartly(StatusRuntimeException failure, Reader reader) {
    var details = StatusDetails.find(failure, ErrorResourceInitFailed.class);
    if (details.isEmpty()) {
      return;
    }
    var reasons = details.get().getReasonsList();
    var said =
        reasons.isEmpty() ? String.valueOf(failure.getMessage()) : String.join("; ", reasons);
    throw new PartlyDoneException(
        FailureClass.PROVIDER_FAILED,
        "the resource exists but is not usable: " + said,
        reader.read(details.get()),
        reasons);
  }
}

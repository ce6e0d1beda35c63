package dev.helium.gateway.trial;

import dev.helium.domain.FieldError;
import dev.helium.domain.LifetimePolicy;
import dev.helium.gateway.http.Problem;
import dev.helium.service.policy.PolicyException;
import dev.helium.service.policy.PolicyFile;
import io.vertx.core.buffer.Buffer;

/** A policy as somebody sent it. */
record PolicyText(Buffer content) {
  static final String FIELD = "policy";

  /** What a reader of files calls all of what it reads. */
  private static final String WHOLE = "the file";

  PolicyText {
    content = content.copy();
  }

  /**
   * The policy, or a problem with every rule that it breaks. Takes a while.
   *
   * @param otherwise what counts where it says nothing
   */
  LifetimePolicy read(LifetimePolicy otherwise) {
    try {
      return PolicyFile.parse(content.getBytes(), otherwise);
    } catch (PolicyException wrong) {
      throw Problem.invalid(wrong.errors().stream().map(PolicyText::named).toList()).exception();
    }
  }

  private static FieldError named(FieldError error) {
    return new FieldError(
        error.field().equals(WHOLE) ? FIELD : FIELD + "." + error.field(), error.rule());
  }
}

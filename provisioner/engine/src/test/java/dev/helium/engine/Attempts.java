package dev.helium.engine;

import com.pulumi.automation.AutomationException;

/** Things that must fail. */
final class Attempts {
  private Attempts() {}

  /** Something that fails. */
  interface Attempt {
    void run() throws Exception;
  }

  static EngineFailure failureOf(Attempt attempt) {
    try {
      attempt.run();
    } catch (AutomationException failure) {
      return Failures.classify(failure);
    } catch (Exception other) {
      throw new AssertionError("not a failure of the Automation API", other);
    }
    throw new AssertionError("it did not fail");
  }
}

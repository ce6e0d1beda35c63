package dev.helium.provisioner.attempt;

import dev.helium.domain.AttemptReport;
import dev.helium.domain.Step;
import java.util.function.Consumer;

/** Carries an attempt out. */
interface Runner {
  /**
   * Blocks until the attempt has succeeded or failed, and says which.
   *
   * @param progress told of each resource dealt with, in order; never blocks for long
   * @param trace takes the spans of what is done
   */
  AttemptReport run(Job job, Consumer<Step> progress, AttemptTrace trace);
}

package dev.helium.story.chaos.user;

import java.util.Optional;

/**
 * A request and what came of it.
 *
 * @param sent how often it was sent until it was answered for good
 * @param answer empty when it never was
 * @param again the answer to the same request sent once more; empty when it was not
 * @param faults how often the answer was 500
 */
public record Asked(
    Operation operation,
    String person,
    String workspace,
    int sent,
    Optional<Verdict> answer,
    Optional<Verdict> again,
    int faults) {

  /** What a final answer says. */
  public enum Verdict {
    ACCEPTED,
    /** There is no such workspace. */
    UNKNOWN,
    /** The workspace's state does not allow it. */
    CONFLICT,
    /** The request breaks a rule. */
    INVALID
  }

  @Override
  public String toString() {
    return "%s of %s by %s".formatted(operation, workspace, person);
  }
}

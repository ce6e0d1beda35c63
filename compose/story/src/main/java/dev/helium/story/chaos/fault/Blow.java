package dev.helium.story.chaos.fault;

/** What happens to one victim. */
public record Blow(Kind kind, Victim victim) {
  /** How a part goes away. */
  public enum Kind {
    /** SIGKILL, and a start later. */
    KILL,
    /** SIGSTOP for longer than its session lasts, and SIGCONT. */
    PAUSE
  }

  /** Whether somebody else has to take over. */
  public boolean hitsAProvisioner() {
    return victim instanceof Victim.Service service && service.isProvisioner();
  }

  @Override
  public String toString() {
    return switch (kind) {
      case KILL -> "kill " + victim.label();
      case PAUSE -> "pause " + victim.label();
    };
  }
}

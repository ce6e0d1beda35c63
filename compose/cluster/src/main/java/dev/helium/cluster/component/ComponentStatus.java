package dev.helium.cluster.component;

/**
 * What is known of one program of a cluster.
 *
 * @param processId the operating system's number for it; 0 when it was never started
 * @param port the loopback port it listens on
 * @param alive whether that very process, and not a later one with its number, still runs
 */
public record ComponentStatus(Component component, long processId, int port, boolean alive) {

  /** The name of the executable. */
  public String name() {
    return component.program();
  }
}

package dev.helium.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One request that was to change something, or that was turned away, and what came of it. What is
 * not known is empty; no text has more than {@value #LONGEST} characters.
 *
 * @param id of which there is one
 * @param at when it was answered
 * @param who asked, by the name that workspaces say under "created by"
 * @param role that they had, in one word
 * @param means by which they proved it, in one word
 * @param credential that they proved it with: its name, never itself
 * @param operation as the contract calls it
 * @param command that it became
 * @param status of the answer over HTTP; {@link #UNANSWERED} when nobody waited for one
 * @param problem the type of the problem that was answered
 * @param address that it came from
 */
public record AuditEntry(
    String id,
    Instant at,
    String who,
    String role,
    String means,
    String credential,
    String operation,
    String workspace,
    String command,
    int status,
    String problem,
    String address) {
  public static final int LONGEST = 300;
  public static final int UNANSWERED = 0;

  private static final int HIGHEST_STATUS = 599;

  public AuditEntry {
    Objects.requireNonNull(at, "at");
    if (Stream.of(id, who, role, means, credential, operation, workspace, command, problem, address)
        .anyMatch(text -> text.length() > LONGEST)) {
      throw new IllegalArgumentException(
          "the texts of an audit have at most " + LONGEST + " characters");
    }
    if (id.isEmpty() || operation.isEmpty()) {
      throw new IllegalArgumentException("an audit has an id and an operation");
    }
    if (status < UNANSWERED || status > HIGHEST_STATUS) {
      throw new IllegalArgumentException("a status is from 0 to " + HIGHEST_STATUS);
    }
  }

  /** The workspace, or the operation of a request that was about none. */
  public String key() {
    return workspace.isEmpty() ? operation : workspace;
  }
}

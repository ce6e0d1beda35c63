package dev.helium.domain.quota;

import dev.helium.domain.CommandId;
import dev.helium.domain.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What an owner has taken by one workspace. As nobody knows yet what becomes of commands that are
 * under way, the most counts that may come of them.
 *
 * @param living what the workspace takes, as far as its events say; {@link Holding#NONE} when it
 *     does not live
 * @param reserved for commands under way, at most {@value #MOST_RESERVED}, oldest first; nothing
 *     for those that were denied, or that change nothing
 */
public record Claim(
    String owner, WorkspaceId workspace, Holding living, List<Reservation> reserved) {
  /** Commands about one workspace that are answered and not decided; nobody needs more. */
  public static final int MOST_RESERVED = 20;

  public Claim {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(living, "living");
    reserved = List.copyOf(reserved);
  }

  public static Claim nothing(String owner, WorkspaceId workspace) {
    return new Claim(owner, workspace, Holding.NONE, List.of());
  }

  /** No other claim has it. */
  public String key() {
    return key(owner, workspace);
  }

  public static String key(String owner, WorkspaceId workspace) {
    return owner + "/" + workspace;
  }

  /** True when nothing is taken. */
  public boolean isNothing() {
    return living.isNone() && reserved.isEmpty();
  }

  public boolean reserves(CommandId command) {
    return reserved.stream().anyMatch(each -> each.command().equals(command));
  }

  /** What is reserved, the newest last, without what takes nothing. */
  List<Holding> granted() {
    return reserved.stream().map(Reservation::holding).filter(each -> !each.isNone()).toList();
  }

  /** Whether anything is reserved that takes something. */
  boolean isGranted() {
    return !granted().isEmpty();
  }

  public boolean isFull() {
    return reserved.size() >= MOST_RESERVED;
  }

  public Claim living(Holding now) {
    return new Claim(owner, workspace, now, reserved);
  }

  /** With a command under way more. */
  public Claim reserving(CommandId command, Holding holding) {
    List<Reservation> more = new ArrayList<>(reserved);
    more.add(new Reservation(command, Reservation.NOWHERE, holding));
    return new Claim(owner, workspace, living, more);
  }

  /** With where a command stands that was admitted. */
  public Claim placed(CommandId command, long offset) {
    return new Claim(
        owner,
        workspace,
        living,
        reserved.stream()
            .map(each -> each.command().equals(command) ? each.at(offset) : each)
            .toList());
  }

  /** Without what was reserved for commands that have been decided, up to that offset. */
  public Claim decidedUpTo(long offset) {
    List<Reservation> left = reserved.stream().filter(each -> each.offset() > offset).toList();
    return left.size() == reserved.size() ? this : new Claim(owner, workspace, living, left);
  }

  /**
   * How much it takes, in the resource's unit.
   *
   * @param backend of which alone; empty for any
   */
  long amount(Resource resource, String backend, Instant now) {
    return holdings()
        .filter(each -> backend.isEmpty() || each.backend().equals(backend))
        .mapToLong(each -> each.amount(resource, now))
        .max()
        .orElse(0);
  }

  private Stream<Holding> holdings() {
    return Stream.concat(Stream.of(living), reserved.stream().map(Reservation::holding));
  }
}

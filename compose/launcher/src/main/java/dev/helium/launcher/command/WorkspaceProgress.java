package dev.helium.launcher.command;

import dev.helium.launcher.client.Answer;
import dev.helium.launcher.client.WorkspaceChanges;
import dev.helium.launcher.client.WorkspaceState;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.Printable;
import dev.helium.launcher.console.UserException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follows a workspace to an end, with a live line on the way. */
final class WorkspaceProgress {
  private static final int LONGEST = 2_000;

  private final Console console;
  private final InstantSource clock;
  private final WorkspaceChanges changes;

  WorkspaceProgress(Console console, InstantSource clock, WorkspaceChanges changes) {
    this.console = console;
    this.clock = clock;
    this.changes = changes;
  }

  /**
   * The workspace, ready or failed.
   *
   * @throws UserException when it is neither within the limit
   */
  Answer<WorkspaceState> untilReady(String name, Duration limit) {
    AtomicReference<Answer<WorkspaceState>> last = new AtomicReference<>();
    try (LiveLine live = new LiveLine(console, clock)) {
      boolean ended =
          changes.follow(
              name,
              limit,
              found -> {
                // Right after its creation it may not be there to read yet.
                found.ifPresent(answer -> live.show(answer.content()));
                found.ifPresent(last::set);
                return found.isEmpty() || !isFinal(found.get().content().status());
              });
      if (!ended) {
        throw notWithin(name, limit, "ready");
      }
    }
    return last.get();
  }

  /** Why it has failed, as far as it is known. */
  static void tellFailed(Console console, WorkspaceState state) {
    String message = Printable.line(state.fact("Message"), LONGEST);
    console.failed(state.id(), message.isEmpty() ? "failed" : "failed: " + message);
    state.reasons().forEach(reason -> console.line("      " + Printable.line(reason, LONGEST)));
    console.line("    ./helium why " + state.id());
  }

  /**
   * @throws UserException when it is still there after the limit
   */
  void untilGone(String name, Duration limit) {
    try (LiveLine live = new LiveLine(console, clock)) {
      boolean gone =
          changes.follow(
              name,
              limit,
              found -> {
                found.ifPresent(answer -> live.show(answer.content()));
                return found.isPresent();
              });
      if (!gone) {
        throw notWithin(name, limit, "gone");
      }
    }
  }

  static String inWords(WorkspaceState state) {
    return inWords(state, state.progress(), state.estimate());
  }

  /** The same but for the estimate, which alone is no news. */
  static String news(WorkspaceState state) {
    return inWords(state, state.progress(), "");
  }

  /** What it is and why, however far. */
  static String headline(WorkspaceState state) {
    return inWords(state, "", "");
  }

  private static String inWords(WorkspaceState state, String progress, String estimate) {
    String outlook =
        Stream.of(state.status().equals(WorkspaceState.READY) ? "" : progress, estimate)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("; "));
    List<String> reasons = state.reasons();
    return Printable.line(
        state.status()
            + (outlook.isEmpty() ? "" : " (" + outlook + ")")
            + (reasons.isEmpty() ? "" : ": " + String.join("; ", reasons)),
        LONGEST);
  }

  private static boolean isFinal(String status) {
    return status.equals(WorkspaceState.READY) || status.equals(WorkspaceState.FAILED);
  }

  private static UserException notWithin(String name, Duration limit, String what) {
    return new UserException(
        "%s is not %s after %d s; ./helium watch %s follows it further."
            .formatted(name, what, limit.toSeconds(), name));
  }
}

package dev.helium.launcher.command;

import dev.helium.launcher.client.WorkspaceChanges;
import dev.helium.launcher.client.WorkspaceState;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.UserException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follows a workspace to an end, with a passing line on the way. */
final class WorkspaceProgress {
  private final Console console;
  private final WorkspaceChanges changes;

  WorkspaceProgress(Console console, WorkspaceChanges changes) {
    this.console = console;
    this.changes = changes;
  }

  /**
   * The ready workspace, or nothing when it has failed, which has been printed then.
   *
   * @throws UserException when neither happens within the limit
   */
  Optional<WorkspaceState> untilReady(String name, Duration limit) {
    AtomicReference<WorkspaceState> last = new AtomicReference<>();
    boolean ended =
        changes.follow(
            name,
            limit,
            found -> {
              // Right after its creation it may not be there to read yet.
              console.passing(name, found.map(WorkspaceProgress::inWords).orElse("accepted"));
              found.ifPresent(last::set);
              return found.map(WorkspaceState::status).filter(WorkspaceProgress::isFinal).isEmpty();
            });
    if (!ended) {
      throw notWithin(name, limit, "ready");
    }
    WorkspaceState state = last.get();
    if (state.status().equals(WorkspaceState.READY)) {
      return Optional.of(state);
    }
    String message = state.fact("Message");
    console.failed(name, message.isEmpty() ? "failed" : "failed: " + message);
    state.reasons().forEach(reason -> console.line("      " + reason));
    return Optional.empty();
  }

  /**
   * @throws UserException when it is still there after the limit
   */
  void untilGone(String name, Duration limit) {
    boolean gone =
        changes.follow(
            name,
            limit,
            found -> {
              found.ifPresent(state -> console.passing(name, inWords(state)));
              return found.isPresent();
            });
    if (!gone) {
      throw notWithin(name, limit, "gone");
    }
  }

  static String inWords(WorkspaceState state) {
    return inWords(state, state.estimate());
  }

  /** The same but for the estimate, which alone is no news. */
  static String news(WorkspaceState state) {
    return inWords(state, "");
  }

  private static String inWords(WorkspaceState state, String estimate) {
    String progress = state.status().equals(WorkspaceState.READY) ? "" : state.progress();
    String outlook =
        Stream.of(progress, estimate)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("; "));
    List<String> reasons = state.reasons();
    return state.status()
        + (outlook.isEmpty() ? "" : " (" + outlook + ")")
        + (reasons.isEmpty() ? "" : ": " + String.join("; ", reasons));
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

package dev.helium.story.chaos.check;

import dev.helium.domain.AdmittedCommand;
import dev.helium.domain.Cause;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.ConditionalCommand;
import dev.helium.domain.Decision;
import dev.helium.domain.DeniedCommand;
import dev.helium.story.chaos.user.Asked;
import dev.helium.story.chaos.user.Asked.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What users were told is what the log says, and a request that was repeated is one command. */
final class AnswersCheck implements Check {
  @Override
  public List<Finding> examine(Evidence evidence) {
    Map<String, Set<CommandId>> commands = commandsByPerson(evidence);
    Map<CommandId, Decision> decisions = decisions(evidence);
    List<String> unanswered = new ArrayList<>();
    List<String> untrue = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (Asked asked : evidence.asked()) {
      if (asked.answer().isEmpty()) {
        unanswered.add("%s was sent %d times".formatted(asked, asked.sent()));
        continue;
      }
      Set<CommandId> own = commands.getOrDefault(asked.person(), Set.of());
      boolean one = evidence.abilities().repeatable().contains(asked.operation());
      if (one && own.size() > 1) {
        untrue.add("%s became %d commands: %s".formatted(asked, own.size(), own));
      }
      Verdict verdict = asked.answer().get();
      if (!isTrue(verdict, own, decisions)) {
        untrue.add(
            "%s was answered %s, but the log says %s"
                .formatted(
                    asked,
                    verdict,
                    own.stream()
                        .map(command -> command + " " + decisions.get(command))
                        .collect(Collectors.joining(", ", "[", "]"))));
      }
      Optional<Verdict> again = asked.again();
      if (one && again.isPresent() && again.get() != verdict) {
        changed.add("%s was answered %s and then %s".formatted(asked, verdict, again.get()));
      }
    }
    long repeated = evidence.asked().stream().filter(asked -> asked.sent() > 1).count();
    long again = evidence.asked().stream().filter(asked -> asked.again().isPresent()).count();
    List<String> faults =
        evidence.asked().stream()
            .filter(asked -> asked.faults() > 0)
            .map(asked -> "%s was answered 500, %d times".formatted(asked, asked.faults()))
            .toList();
    return List.of(
        new Finding(
            evidence.asked().size(),
            "requests got a final answer (%d of them were sent more than once for it)"
                .formatted(repeated),
            unanswered),
        new Finding(evidence.asked().size(), "requests were answered as the log says", untrue),
        new Finding(again, "answered requests got the same answer again", changed),
        new Finding(evidence.asked().size(), "requests met no internal error", faults));
  }

  /** A refusal needs no command: some are made before one is written. */
  private static boolean isTrue(
      Verdict verdict, Set<CommandId> own, Map<CommandId, Decision> decisions) {
    if (own.isEmpty()) {
      return verdict != Verdict.ACCEPTED;
    }
    return own.stream()
        .map(decisions::get)
        .anyMatch(decision -> decision != null && verdict(decision) == verdict);
  }

  private static Verdict verdict(Decision decision) {
    return switch (decision) {
      case Decision.Accepted ignored -> Verdict.ACCEPTED;
      case Decision.Refused(var refusal) ->
          switch (refusal.reason()) {
            case UNKNOWN_WORKSPACE -> Verdict.UNKNOWN;
            case INVALID -> Verdict.INVALID;
            case BEING_DELETED,
                NOT_EXPIRED,
                NOT_DESTROYED,
                NOT_DELETED,
                NOTHING_TO_RETRY,
                NOTHING_TO_CANCEL,
                PROTECTED,
                NOT_PROTECTED,
                NOT_ANNOUNCED,
                NOT_REVIVABLE,
                NOT_DRIFTED,
                QUOTA,
                NOT_LEAVING,
                NOT_AS_EXPECTED ->
                Verdict.CONFLICT;
          };
    };
  }

  private static Map<String, Set<CommandId>> commandsByPerson(Evidence evidence) {
    Map<String, Set<CommandId>> all = new HashMap<>();
    evidence
        .journal()
        .commands()
        .forEach(
            command ->
                person(command.value())
                    .ifPresent(
                        person ->
                            all.computeIfAbsent(person, ignored -> new LinkedHashSet<>())
                                .add(command.value().id())));
    return all;
  }

  private static Optional<String> person(Command command) {
    return switch (command) {
      case Command.Create create -> Optional.of(create.requestedBy());
      case Command.Delete delete -> Optional.of(delete.requestedBy());
      case Command.ConfirmDeletion ignored -> Optional.empty();
      case Command.Extend extend -> Optional.of(extend.requestedBy());
      case Command.Retry retry -> Optional.of(retry.requestedBy());
      case Command.Cancel cancel -> Optional.of(cancel.requestedBy());
      case Command.ReportHeld ignored -> Optional.empty();
      case Command.Protect protect -> Optional.of(protect.requestedBy());
      case Command.Unprotect unprotect -> Optional.of(unprotect.requestedBy());
      case Command.Shorten shorten -> Optional.of(shorten.requestedBy());
      case Command.AnnounceExpiry ignored -> Optional.empty();
      case Command.Revive revive -> Optional.of(revive.requestedBy());
      case Command.ReportDrift ignored -> Optional.empty();
      case AdmittedCommand admitted -> person(admitted.asked());
      case DeniedCommand deny -> Optional.of(deny.requestedBy());
      case Command.ReportClusterGone ignored -> Optional.empty();
      case ConditionalCommand(Command bare, var ignored) -> person(bare);
    };
  }

  private static Map<CommandId, Decision> decisions(Evidence evidence) {
    Map<CommandId, Decision> all = new HashMap<>();
    evidence
        .journal()
        .events()
        .forEach(
            event -> {
              if (event.value().cause() instanceof Cause.Commanded(CommandId command)) {
                Decision.of(event.value().event())
                    .ifPresent(decision -> all.putIfAbsent(command, decision));
              }
            });
    return all;
  }
}

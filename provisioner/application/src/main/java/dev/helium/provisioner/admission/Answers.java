package dev.helium.provisioner.admission;

import dev.helium.domain.AdmittedCommand;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeniedCommand;
import dev.helium.domain.Refusal;
import dev.helium.domain.quota.Claim;
import dev.helium.domain.quota.Verdict;
import dev.helium.log.AdmissionLog.Passed;
import dev.helium.log.RequestBatch.Requested;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Requests that are about to be answered together: the commands that they become, and the claims
 * that go with them.
 */
final class Answers {
  private final Function<String, Map<String, Claim>> accounts;
  private final Map<String, Map<String, Claim>> changed = new HashMap<>();
  private final Map<String, Claim> claims = new LinkedHashMap<>();
  private final List<Passed> commands = new ArrayList<>();

  /** The key of each command's claim; empty where it has none. */
  private final List<String> keys = new ArrayList<>();

  private int granted;
  private int denied;

  /**
   * @param accounts finds the claims of an owner by their keys, as they were before all of these
   */
  Answers(Function<String, Map<String, Claim>> accounts) {
    this.accounts = accounts;
  }

  /** The claims of an owner after the answers so far. */
  Map<String, Claim> account(String owner) {
    return changed.computeIfAbsent(owner, name -> new HashMap<>(accounts.apply(name)));
  }

  void add(Requested request, Verdict verdict) {
    switch (verdict) {
      case Verdict.Granted(Claim claim) -> {
        granted++;
        pass(AdmittedCommand.of(request.command(), request.owner()), request, claim);
      }
      case Verdict.Denied(Refusal refusal, Claim claim) -> {
        denied++;
        pass(denial(request, refusal), request, claim);
      }
      case Verdict.Decided(Refusal otherwise) -> {
        commands.add(new Passed(denial(request, otherwise), request.trace()));
        keys.add("");
      }
      // Whoever asks again hears what is decided about the first one.
      case Verdict.UnderWay ignored -> {}
    }
  }

  int granted() {
    return granted;
  }

  int denied() {
    return denied;
  }

  /** What is passed on, in order. */
  List<Passed> commands() {
    return List.copyOf(commands);
  }

  /**
   * The claims that are others now.
   *
   * @param offsets where the commands stand
   */
  List<Claim> placed(List<Long> offsets) {
    Map<String, Claim> placed = new LinkedHashMap<>(claims);
    for (int index = 0; index < commands.size(); index++) {
      CommandId command = commands.get(index).command().id();
      long offset = offsets.get(index);
      placed.computeIfPresent(keys.get(index), (key, claim) -> claim.placed(command, offset));
    }
    return List.copyOf(placed.values());
  }

  private static DeniedCommand denial(Requested request, Refusal refusal) {
    return new DeniedCommand(
        request.command().id(),
        request.command().workspace(),
        request.wanted().requestedBy(),
        refusal);
  }

  private void pass(Command command, Requested request, Claim claim) {
    commands.add(new Passed(command, request.trace()));
    keys.add(claim.key());
    if (claim.reserves(command.id())) {
      account(claim.owner()).put(claim.key(), claim);
      claims.put(claim.key(), claim);
    }
  }
}

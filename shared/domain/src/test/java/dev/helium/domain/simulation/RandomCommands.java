package dev.helium.domain.simulation;

import dev.helium.domain.AdmittedCommand;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.ConditionalCommand;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.DeniedCommand;
import dev.helium.domain.Expectation;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.Holdup;
import dev.helium.domain.Receipt;
import dev.helium.domain.Refusal;
import dev.helium.domain.RefusalReason;
import dev.helium.domain.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Commands of every kind, the sensible ones more often than the others. */
final class RandomCommands {
  private final RandomGenerator random;
  private final WorkspaceId workspace;

  RandomCommands(RandomGenerator random, WorkspaceId workspace) {
    this.random = random;
    this.workspace = workspace;
  }

  /** Some as if their owner had a quota. */
  Command next(CommandId id, ReferenceModel model, Instant now) {
    if (chance(2)) {
      return new DeniedCommand(id, workspace, "ada", Refusal.of(RefusalReason.QUOTA));
    }
    Command bare = bare(id, model, now);
    Command command =
        bare instanceof Command.Admissible admissible && chance(20)
            ? new AdmittedCommand(admissible, "ada")
            : bare;
    return chance(10) ? new ConditionalCommand(command, expectation()) : command;
  }

  private Expectation expectation() {
    return chance(50) ? new Expectation.Nothing() : new Expectation.Something();
  }

  private Command bare(CommandId id, ReferenceModel model, Instant now) {
    int dice = random.nextInt(100);
    if (dice < 30) {
      return create(id, now);
    }
    if (dice < 48) {
      return new Command.Delete(id, workspace, "ada", reason(model));
    }
    if (dice < 64) {
      int life = model.life - (chance(10) ? 1 : 0);
      return new Command.ConfirmDeletion(id, workspace, new Receipt(life, List.of("gone"), now));
    }
    if (dice < 66) {
      int life = model.life - (chance(10) ? 1 : 0);
      return new Command.ReportClusterGone(id, workspace, life, "its cluster is gone");
    }
    if (dice < 76) {
      String why = "x".repeat(chance(5) ? 501 : 3);
      Instant later = model.expiry.plusSeconds(random.nextInt(-9, 90_000));
      return new Command.Extend(
          id, workspace, "ada", chance(50) ? new ExpiryRequest.At(later) : expiry(now), why);
    }
    if (dice < 79) {
      int life = model.life - (chance(10) ? 1 : 0);
      return new Command.ReportHeld(
          id, workspace, life, new Holdup(List.of("a finalizer holds it"), now));
    }
    if (dice < 82) {
      int attempt = Math.max(0, model.attempts - (chance(20) ? 1 : 0));
      return new Command.Retry(id, workspace, "deletion-controller", attempt);
    }
    if (dice < 88) {
      return dice < 85
          ? new Command.Retry(id, workspace, "ada")
          : new Command.Cancel(id, workspace, "ada");
    }
    return dice < 92
        ? new Command.ReportDrift(id, workspace, newest(model), "its namespace is gone")
        : ofItsEnd(id, model, now);
  }

  private Command ofItsEnd(CommandId id, ReferenceModel model, Instant now) {
    String why = "x".repeat(chance(5) ? 501 : chance(5) ? 0 : 3);
    return switch (random.nextInt(6)) {
      case 0 -> new Command.Protect(id, workspace, "ada", expiry(now), why);
      case 1 -> new Command.Unprotect(id, workspace, "ada");
      case 2 ->
          new Command.Shorten(
              id,
              workspace,
              "ada",
              chance(80)
                  ? new ExpiryRequest.At(model.expiry.minusSeconds(random.nextInt(-9, 90_000)))
                  : expiry(now),
              why);
      case 3 -> announcement(id, model);
      default -> new Command.Revive(id, workspace, "ada", expiry(now));
    };
  }

  private Command announcement(CommandId id, ReferenceModel model) {
    Instant end = model.protectedUntil.isAfter(model.expiry) ? model.protectedUntil : model.expiry;
    return new Command.AnnounceExpiry(
        id,
        workspace,
        model.life - (chance(10) ? 1 : 0),
        end.minusSeconds(chance(10) ? 1 : 0),
        chance(50) ? ReferenceModel.FIRST_WARNING : ReferenceModel.LAST_WARNING);
  }

  private Command create(CommandId id, Instant now) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("wanted", Integer.toString(random.nextInt(1_000)));
    if (chance(5)) {
      parameters.put(ReferenceModel.BROKEN, "yes");
    }
    if (chance(50)) {
      parameters.put(ReferenceModel.CLUSTER, "lab");
    }
    String backend = chance(5) ? "another" : ReferenceModel.BACKEND;
    return new Command.Create(id, workspace, "ada", backend, parameters, Map.of(), expiry(now));
  }

  private DeletionReason reason(ReferenceModel model) {
    return switch (random.nextInt(5)) {
      case 0 -> new DeletionReason.Requested();
      case 1 ->
          new DeletionReason.Expired(
              model.expiry.minusSeconds(chance(30) ? 1 : 0),
              chance(80) ? model.protectedUntil : Instant.EPOCH);
      case 2 -> new DeletionReason.Drifted(newest(model));
      default -> new DeletionReason.Swept(model.life + random.nextInt(-1, 2));
    };
  }

  /** The newest attempt, but for mistakes. */
  private int newest(ReferenceModel model) {
    return model.attempts - (chance(10) ? 1 : 0);
  }

  private ExpiryRequest expiry(Instant now) {
    return switch (random.nextInt(4)) {
      case 0 ->
          new ExpiryRequest.EndOfDay(LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(days()));
      case 1 -> new ExpiryRequest.At(now.plus(Duration.ofDays(days())).plusSeconds(1));
      default -> new ExpiryRequest.Unspecified();
    };
  }

  /** Mostly within the policy. */
  private int days() {
    return chance(10) ? random.nextInt(-2, 95) : random.nextInt(0, 90);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}

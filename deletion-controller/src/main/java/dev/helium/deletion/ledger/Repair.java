package dev.helium.deletion.ledger;

import dev.helium.deletion.tenure.Life;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What would end a finding, and what is asked for because of it.
 *
 * @param words in one sentence, for a person
 * @param carriedOut whether it is done without anybody
 * @param commands to append, in this order; each means nothing a second time
 */
record Repair(String words, boolean carriedOut, List<Command> commands) {
  private static final String REQUESTER = "deletion-controller";

  Repair {
    Objects.requireNonNull(words, "words");
    commands = List.copyOf(commands);
  }

  /**
   * What forbids to do anything by itself.
   *
   * @param doubted whether so much is missing at once that the cluster is to be doubted, and not
   *     the workspaces
   * @param hosts whether others live in the cluster that the workspace made
   * @param now to know who is protected
   */
  record Circumstances(boolean doubted, boolean hosts, Instant now) {
    Circumstances {
      Objects.requireNonNull(now, "now");
    }
  }

  static Repair of(Suspect suspect, LedgerPolicy policy, Circumstances circumstances) {
    return switch (suspect.kind()) {
      case STRAY_NAMESPACE -> ofStrayNamespace(suspect);
      case UNKNOWN_NAMESPACE ->
          proposed(
              "If no other Helium made it: kubectl delete namespace "
                  + suspect.name()
                  + Comparison.in(suspect.cluster())
                  + ".");
      case STRAY_OBJECTS ->
          proposed(
              "If nobody needs them, delete what carries the label helium.dev/workspace="
                  + suspect.workspace()
                  + Comparison.in(suspect.cluster())
                  + ".");
      case STRAY_STACK -> ofStack(suspect, policy);
      case UNPROVEN ->
          proposed(
              "./helium why "
                  + suspect.workspace()
                  + " says what holds it; when every attempt failed, ./helium retry "
                  + suspect.workspace()
                  + ".");
      case MISSING_NAMESPACE -> ofMissing(suspect, policy, circumstances);
    };
  }

  /**
   * The namespaces of the last life are swept always, in the default cluster: what sweeps them
   * reaches no other one without a stack. One that has the workspace's name is, as soon as it is
   * seen; one that only has its labels is here.
   */
  private static Repair ofStrayNamespace(Suspect suspect) {
    if (!suspect.cluster().isDefault()) {
      return proposed(
          "If nobody needs it: kubectl delete namespace "
              + suspect.name()
              + Comparison.in(suspect.cluster())
              + ".");
    }
    if (!suspect.incarnation().equals(Integer.toString(suspect.life().incarnation()))) {
      return proposed(
          "It names another life than the last; if nobody needs it: kubectl delete namespace "
              + suspect.name()
              + ".");
    }
    return new Repair(
        "It is swept: the end of that life is made again.",
        true,
        suspect.name().equals(suspect.workspace())
            ? List.of()
            : List.of(swept("sweep-namespace-", suspect)));
  }

  private static Repair ofStack(Suspect suspect, LedgerPolicy policy) {
    Life life = suspect.life();
    if (life.stage() != Life.Stage.OVER) {
      return proposed(
          "If no other Helium keeps its stacks there: pulumi destroy and pulumi stack rm "
              + suspect.name()
              + ".");
    }
    if (policy.orphans() == LedgerPolicy.OnOrphan.REPORT) {
      return proposed(
          "Destroy what the stack still knows; with HELIUM_ORPHANS=repair that is done by itself.");
    }
    return new Repair(
        "What the stack still knows is destroyed: the end of that life is made again.",
        true,
        List.of(swept("sweep-stack-", suspect)));
  }

  private static Command.Delete swept(String what, Suspect suspect) {
    WorkspaceId workspace = new WorkspaceId(suspect.workspace());
    Life life = suspect.life();
    return new Command.Delete(
        // With the instant, as a life can be swept more than once.
        new CommandId(what + workspace + "-" + life.since().getEpochSecond()),
        workspace,
        REQUESTER,
        new DeletionReason.Swept(life.incarnation()));
  }

  private static Repair ofMissing(
      Suspect suspect, LedgerPolicy policy, Circumstances circumstances) {
    WorkspaceId workspace = new WorkspaceId(suspect.workspace());
    int attempt = suspect.life().attempt();
    String life = workspace + "-" + attempt;
    List<Command> commands = new ArrayList<>();
    commands.add(report(workspace, suspect.life()));
    if (circumstances.doubted()) {
      return new Repair(
          "So many are missing at once that nothing is made again or closed: look whether this is"
              + " the right cluster.",
          false,
          commands);
    }
    return switch (policy.drift()) {
      case REPORT ->
          new Repair(
              "./helium retry " + workspace + " makes it again; or delete the workspace.",
              false,
              commands);
      case REBUILD -> {
        commands.add(
            new Command.Retry(new CommandId("rebuild-" + life), workspace, REQUESTER, attempt));
        yield new Repair("It is made again.", true, commands);
      }
      case CLOSE -> closing(workspace, suspect.life(), commands, circumstances);
    };
  }

  /** The same command whoever finds it first. */
  static Command.ReportDrift report(WorkspaceId workspace, Life life) {
    return new Command.ReportDrift(
        new CommandId("drift-" + workspace + "-" + life.attempt()),
        workspace,
        life.attempt(),
        Comparison.missing(life));
  }

  /** What is protected is not asked for: it would be refused, under an id that is used up then. */
  private static Repair closing(
      WorkspaceId workspace, Life life, List<Command> commands, Circumstances circumstances) {
    if (circumstances.hosts()) {
      return new Repair(
          "Others live in the cluster that it made, and the workspace is deleted after them.",
          false,
          commands);
    }
    Instant until = life.protectedUntil();
    if (until.isAfter(circumstances.now())) {
      return new Repair(
          "It is protected until " + until + ", and the workspace is deleted after that.",
          false,
          commands);
    }
    String protection = until.equals(Instant.EPOCH) ? "" : "-" + until.getEpochSecond();
    commands.add(
        new Command.Delete(
            new CommandId("close-" + workspace + "-" + life.attempt() + protection),
            workspace,
            REQUESTER,
            new DeletionReason.Drifted(life.attempt())));
    return new Repair("The workspace is deleted.", true, commands);
  }

  private static Repair proposed(String words) {
    return new Repair(words, false, List.of());
  }
}

package dev.helium.deletion.stray;

import dev.helium.deletion.CommandSink;
import dev.helium.deletion.append.SteadyAppender;
import dev.helium.deletion.proof.NamespaceFacts;
import dev.helium.deletion.tenure.Tenure;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.Turns;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for the deletion of namespaces that stand although the life they belong to is over: a
 * request that reached the cluster after everything else, or somebody's backup, brought them back.
 *
 * <p>A namespace is asked about once; a command that could not be appended is appended again for as
 * long as the namespace stands. All methods belong to the thread of the turns.
 */
public final class StrayLoop {
  private static final Logger LOG = LoggerFactory.getLogger(StrayLoop.class);

  private final Function<WorkspaceId, Optional<NamespaceFacts>> seen;
  private final SteadyAppender appender;
  private final Counter found;
  private final Map<WorkspaceId, Integer> over = new HashMap<>();
  private final Set<CommandId> asked = new HashSet<>();
  private boolean open;

  /**
   * Acts on nothing before it is opened.
   *
   * @param seen the namespace of that name, as far as it is known without asking
   */
  public StrayLoop(
      Function<WorkspaceId, Optional<NamespaceFacts>> seen,
      CommandSink commands,
      Turns turns,
      MeterRegistry meters) {
    this.seen = seen;
    this.appender = new SteadyAppender(commands, turns, why -> {}, () -> {});
    this.found =
        Counter.builder("helium.deletion.strays")
            .description("Namespaces found standing after the proof that they were gone")
            .register(meters);
  }

  /** Takes in what the log now says of a workspace. */
  public void changed(WorkspaceId workspace, Tenure tenure) {
    if (tenure.stage() == Tenure.Stage.NONE) {
      over.put(workspace, tenure.incarnation());
      look(workspace);
    } else {
      over.remove(workspace);
    }
  }

  /** The namespace of that name is there, gone, or looks different. */
  public void namespaceChanged(WorkspaceId workspace) {
    look(workspace);
  }

  /** The log has been read to its end, and the namespaces of the cluster are known. */
  public void open() {
    open = true;
    Set.copyOf(over.keySet()).forEach(this::look);
  }

  /** Nothing more is asked for. */
  public void close() {
    open = false;
  }

  private void look(WorkspaceId workspace) {
    stray(workspace).filter(command -> asked.add(command.id())).ifPresent(this::ask);
  }

  private Optional<Command> stray(WorkspaceId workspace) {
    Integer incarnation = over.get(workspace);
    if (!open || incarnation == null) {
      return Optional.empty();
    }
    return seen.apply(workspace)
        .filter(facts -> !facts.deleting() && facts.workspace().equals(workspace.value()))
        .filter(facts -> facts.incarnation().equals(incarnation.toString()))
        .map(facts -> sweep(workspace, incarnation, facts));
  }

  private static Command sweep(WorkspaceId workspace, int incarnation, NamespaceFacts facts) {
    return new Command.Delete(
        new CommandId(
            "sweep-" + workspace + "-" + incarnation + "-" + facts.created().getEpochSecond()),
        workspace,
        "deletion-controller",
        new DeletionReason.Swept(incarnation));
  }

  private void ask(Command command) {
    found.increment();
    LOG.atWarn()
        .addKeyValue("workspace", command.workspace())
        .log("its namespace stands although it was proven gone; asked for its deletion");
    appender.append(command, () -> isWanted(command), () -> {}, () -> asked.remove(command.id()));
  }

  private boolean isWanted(Command command) {
    return stray(command.workspace()).filter(command::equals).isPresent();
  }
}

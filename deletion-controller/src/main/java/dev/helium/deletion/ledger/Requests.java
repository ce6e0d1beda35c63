package dev.helium.deletion.ledger;

import dev.helium.deletion.Attempt;
import dev.helium.deletion.CommandSink;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.service.Turns;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends what repairs ask for, each command once; one that could not be appended is asked for
 * again when the next sweep finds the same.
 */
final class Requests {
  private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

  /** Beyond this all are forgotten: a command that comes twice means nothing. */
  private static final int MOST = 10_000;

  private final CommandSink commands;
  private final Turns turns;
  private final Set<CommandId> asked = new HashSet<>();

  Requests(CommandSink commands, Turns turns) {
    this.commands = commands;
    this.turns = turns;
  }

  /** In their order: what follows rests on what comes before. */
  void ask(List<Command> repair) {
    if (asked.size() > MOST) {
      asked.clear();
    }
    List<Command> fresh = repair.stream().filter(command -> asked.add(command.id())).toList();
    Future<Void> appended = Future.succeededFuture();
    for (Command command : fresh) {
      appended = appended.compose(ignored -> Attempt.of(() -> commands.append(command)));
    }
    appended.onFailure(failure -> turns.soon(() -> unasked(fresh, failure)));
  }

  private void unasked(List<Command> repair, Throwable failure) {
    LOG.atWarn()
        .addKeyValue("workspace", repair.getFirst().workspace())
        .addKeyValue("failure", failure.toString())
        .log("a repair could not be asked for and is asked for after the next sweep");
    repair.forEach(command -> asked.remove(command.id()));
  }
}

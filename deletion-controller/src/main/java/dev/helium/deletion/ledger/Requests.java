package dev.helium.deletion.ledger;

import dev.helium.deletion.Attempt;
import dev.helium.deletion.CommandSink;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.service.Turns;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends what reports and repairs ask for, each command once whoever asks; one that could not be
 * appended is asked for again when the next sweep finds the same. For the thread of the turns only.
 */
public final class Requests {
  private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

  /** Beyond this all are forgotten: a command that comes twice means nothing. */
  private static final int MOST = 10_000;

  private final CommandSink commands;
  private final Turns turns;
  private final Map<CommandId, Future<Void>> asked = new HashMap<>();

  /** Nothing is asked for yet. */
  public Requests(CommandSink commands, Turns turns) {
    this.commands = commands;
    this.turns = turns;
  }

  /** In their order: what follows rests on what comes before, whoever asked for that. */
  void ask(List<Command> repair) {
    if (asked.size() > MOST) {
      asked.clear();
    }
    List<Command> fresh = new ArrayList<>();
    Future<Void> appended = Future.succeededFuture();
    for (Command command : repair) {
      appended = after(appended, command, fresh);
    }
    if (!fresh.isEmpty()) {
      appended.onFailure(failure -> turns.soon(() -> unasked(fresh, failure)));
    }
  }

  private Future<Void> after(Future<Void> before, Command command, List<Command> fresh) {
    Future<Void> known = asked.get(command.id());
    if (known != null) {
      return before.compose(ignored -> known);
    }
    fresh.add(command);
    Future<Void> appended = before.compose(ignored -> Attempt.of(() -> commands.append(command)));
    asked.put(command.id(), appended);
    return appended;
  }

  private void unasked(List<Command> repair, Throwable failure) {
    LOG.atWarn()
        .addKeyValue("workspace", repair.getFirst().workspace())
        .addKeyValue("failure", failure.toString())
        .log("a repair could not be asked for and is asked for after the next sweep");
    repair.forEach(command -> asked.remove(command.id()));
  }
}

package dev.helium.gateway.deadletter;

import dev.helium.domain.FieldError;
import dev.helium.gateway.identity.Authentication;
import dev.helium.log.DeadLetter;
import dev.helium.log.Redrive;
import dev.helium.log.Redriving;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;

/** Appends the command of a dead letter to its topic again. */
final class RedriveDeadLetter implements Handler<RoutingContext> {
  private final LetterDesk desk;

  RedriveDeadLetter(LetterDesk desk) {
    this.desk = desk;
  }

  @Override
  public void handle(RoutingContext context) {
    long number = LetterDesk.number(context);
    Redrive.Options options = options(context);
    desk.change(
            (box, letters) -> {
              DeadLetter letter = LetterDesk.find(letters, number);
              return switch (box.redrive(letter, options)) {
                case Redriving.Done ignored -> DealtWith.done(box, number);
                case Redriving.Possible ignored -> new DealtWith(letter, "");
                case Redriving.Refused(String why) -> new DealtWith(letter, why);
              };
            })
        .onSuccess(dealtWith -> dealtWith.answer(context))
        .onFailure(context::fail);
  }

  private static Redrive.Options options(RoutingContext context) {
    MultiMap parameters = context.queryParams();
    List<FieldError> errors = new ArrayList<>();
    boolean force = LetterQuery.flag(parameters, "force", errors);
    boolean dryRun = LetterQuery.flag(parameters, "dryRun", errors);
    LetterQuery.check(errors);
    return new Redrive.Options(Authentication.identity(context).name(), force, dryRun);
  }
}

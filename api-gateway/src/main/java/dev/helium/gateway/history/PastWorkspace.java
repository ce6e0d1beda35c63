package dev.helium.gateway.history;

import dev.helium.domain.Event;
import dev.helium.domain.WorkspaceView;
import dev.helium.gateway.http.Answers;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import dev.helium.gateway.workspaces.WorkspaceJson;
import dev.helium.wire.Snapshot;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A workspace as it was, folded again from its events; as it is, when no moment is named. */
public final class PastWorkspace implements Handler<RoutingContext> {
  private final History history;
  private final Handler<RoutingContext> present;
  private final WorkspaceJson json;
  private final InstantSource clock;

  public PastWorkspace(
      History history, Handler<RoutingContext> present, WorkspaceJson json, InstantSource clock) {
    this.history = history;
    this.present = present;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext context) {
    if (!PastMoment.isIn(context.queryParams())) {
      present.handle(context);
      return;
    }
    history
        .find(context)
        .compose(
            snapshot ->
                view(snapshot, PastMoment.read(context.queryParams(), clock.instant(), snapshot)))
        .map(
            view -> {
              if (!view.workspace().exists()) {
                throw Problem.of(ProblemKind.UNKNOWN, "There was no workspace of that name then.")
                    .exception();
              }
              return new JsonObject().put("Workspace", json.of(view));
            })
        .onSuccess(body -> Answers.json(context, 200, body))
        .onFailure(context::fail);
  }

  private Future<WorkspaceView> view(Snapshot snapshot, PastMoment moment) {
    return switch (moment) {
      case PastMoment.At(Instant instant) when !instant.isBefore(snapshot.view().changedAt()) ->
          Future.succeededFuture(snapshot.view());
      case PastMoment.At(Instant instant) ->
          all(snapshot, snapshot.offsets().count())
              .map(events -> folded(snapshot, until(events, instant)));
      case PastMoment.After(long number) ->
          all(snapshot, number).map(events -> folded(snapshot, events));
    };
  }

  /** The events up to a number, page by page. */
  private Future<List<NumberedEvent>> all(Snapshot snapshot, long last) {
    return further(snapshot, snapshot.offsets().dropped(), last, new ArrayList<>());
  }

  private Future<List<NumberedEvent>> further(
      Snapshot snapshot, long after, long last, List<NumberedEvent> events) {
    if (after >= last) {
      return Future.succeededFuture(events);
    }
    int most = (int) Math.min(History.PAGE, last - after);
    return history
        .read(snapshot, after, most)
        .compose(
            page -> {
              events.addAll(page);
              return further(snapshot, after + most, last, events);
            });
  }

  /** Up to the last one of that time: two writers need not have quite the same clock. */
  private static List<NumberedEvent> until(List<NumberedEvent> events, Instant instant) {
    int end = events.size();
    while (end > 0 && events.get(end - 1).record().time().isAfter(instant)) {
      end--;
    }
    return events.subList(0, end);
  }

  /** What a life began with says all that came before it that a view still shows. */
  private static WorkspaceView folded(Snapshot snapshot, List<NumberedEvent> events) {
    boolean isWhole = snapshot.offsets().dropped() == 0;
    WorkspaceView view = WorkspaceView.absent(snapshot.view().workspace().id());
    for (NumberedEvent event : events) {
      isWhole |= event.record().event() instanceof Event.Created;
      view = view.apply(event.record());
    }
    if (!isWhole) {
      throw Problem.of(
              ProblemKind.GONE,
              "Of the events of this name only those after number "
                  + snapshot.offsets().dropped()
                  + " can still be read one by one, and they do not say it.")
          .exception();
    }
    return view;
  }
}

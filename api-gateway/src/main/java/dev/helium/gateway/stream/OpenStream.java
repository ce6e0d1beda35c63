package dev.helium.gateway.stream;

import dev.helium.gateway.recent.PositionFormat;
import dev.helium.gateway.recent.Recent;
import dev.helium.gateway.recent.RecentEvents;
import dev.helium.gateway.recent.RecentFeed;
import dev.helium.log.EventArchive;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/** The parts of a stream whose log is known. */
record OpenStream(
    PositionFormat format, SseText text, RecentEvents recent, Fanout fanout, CatchUps catchUps) {

  /** What is the same for every stream of this gateway. */
  record Surroundings(
      StreamSettings settings,
      RecentFeed feed,
      EventArchive archive,
      Places places,
      StreamMeters meters,
      InstantSource clock) {}

  static OpenStream of(Recent kept, Surroundings around) {
    SseText text = new SseText(kept.format());
    RecentEvents recent = kept.events();
    Fanout fanout =
        new Fanout(
            recent, text, around.settings(), around.places(), around.meters(), around.clock());
    CatchUps catchUps =
        new CatchUps(around.feed().pages(), recent, around.feed().besides(), fanout, text);
    fanout.onBehind(catchUps::tryToBegin);
    return new OpenStream(kept.format(), text, recent, fanout, catchUps);
  }

  /** Completes when whoever comes gets what is new. */
  Future<OpenStream> start(Vertx vertx) {
    DeploymentOptions virtual =
        new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
    return vertx
        .deployVerticle(fanout)
        .compose(ignored -> vertx.deployVerticle(catchUps, virtual))
        .onSuccess(ignored -> fanout.open())
        .map(this);
  }
}

package dev.helium.gateway.stream;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.gateway.identity.Identity;
import dev.helium.gateway.identity.Role;
import dev.helium.gateway.labels.LabelFilter;
import dev.helium.gateway.recent.Beside;
import dev.helium.gateway.recent.EventText;
import dev.helium.gateway.recent.KeptEvent;
import dev.helium.gateway.recent.Position;
import dev.helium.gateway.recent.PositionFormat;
import dev.helium.gateway.recent.RecentEvents;
import dev.helium.gateway.recent.ToldEvent;
import dev.helium.service.tracing.Tracing;
import dev.helium.wire.TraceParent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RoundsTest {
  private static final PositionFormat FORMAT = new PositionFormat("cluster-1");
  private static final Position BEGINNING = Position.of(Map.of());
  private static final int NAMES = 6;
  private static final int PARTITIONS = 3;

  private final Vertx vertx = Vertx.vertx();
  private final Context context = vertx.getOrCreateContext();
  private final RecentEvents recent =
      new RecentEvents(4_096, 10_000_000, BEGINNING, BEGINNING, FORMAT);
  private final RecentReading reading = new RecentReading(recent, new SseText(FORMAT));
  private final Map<Integer, Long> offsets = new HashMap<>();
  private final List<Subscriber> offered = new ArrayList<>();
  private final Map<Subscriber, Buffer> heard = new LinkedHashMap<>();
  private final Rounds rounds =
      new Rounds(
          context,
          recent,
          new StreamMeters(new SimpleMeterRegistry(), Tracing.off()),
          InstantSource.system(),
          this::offer);

  @AfterEach
  void closeVertx() throws TimeoutException {
    vertx.close().await(60, SECONDS);
  }

  @Test
  void eachHearsAllThatItWantsOnceHoweverSlowItIs() throws TimeoutException {
    for (long seed = 1; seed <= 40; seed++) {
      // given
      Random random = new Random(seed);
      heard.clear();
      long first = recent.newest().index();
      run(() -> join(random));
      // when events come while some have not taken what was sent before
      for (int step = 0; step < 60; step++) {
        if (random.nextBoolean()) {
          int events = 1 + random.nextInt(3);
          for (int event = 0; event < events; event++) {
            append("name-" + random.nextInt(NAMES));
          }
          rounds.wake();
        }
        run(
            () ->
                heard.keySet().stream().filter(each -> random.nextInt(3) == 0).forEach(this::took));
        run(() -> heard.keySet().forEach(rounds::passOver));
      }
      // then
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(5))
          .untilAsserted(() -> allHaveHeardWhatTheyWant(first));
      run(() -> heard.keySet().forEach(rounds::remove));
    }
  }

  private void allHaveHeardWhatTheyWant(long first) throws TimeoutException {
    run(() -> heard.keySet().forEach(this::took));
    for (Map.Entry<Subscriber, Buffer> each : heard.entrySet()) {
      assertThat(each.getValue().toString())
          .isEqualTo(wanted(each.getKey(), first, recent.newest().index()));
    }
  }

  @Test
  void onlyWhoMayWantAnEventIsLookedAt() throws TimeoutException {
    // given
    Subscriber ofOne = subscriber(Set.of("name-1"));
    Subscriber ofAnother = subscriber(Set.of("name-2"));
    Subscriber ofAll = subscriber(Set.of());
    run(() -> List.of(ofOne, ofAnother, ofAll).forEach(this::add));
    // when
    append("name-1");
    append("name-1");
    rounds.wake();
    run(() -> {});
    // then
    assertThat(offered).containsExactlyInAnyOrder(ofOne, ofAll);
    run(() -> rounds.passOver(ofAnother));
    assertThat(ofAnother.position()).isEqualTo(recent.newest().position());
  }

  private void join(Random random) {
    for (int number = 0; number < 12; number++) {
      Set<String> names = new HashSet<>();
      int most = random.nextInt(3);
      for (int name = 0; name < most; name++) {
        names.add("name-" + random.nextInt(NAMES));
      }
      Subscriber subscriber = subscriber(names);
      // Some come with a position of their own, until they are where the others are.
      subscriber.apart(random.nextInt(4) == 0);
      add(subscriber);
    }
  }

  private void add(Subscriber subscriber) {
    subscriber.reached(recent.newest().position());
    subscriber.goesOnAt(recent.newest().index());
    heard.put(subscriber, Buffer.buffer());
    rounds.add(subscriber);
  }

  private void offer(Subscriber subscriber) {
    offered.add(subscriber);
    if (!subscriber.isBusy()) {
      reading
          .next(subscriber)
          .ifPresent(
              bytes -> {
                heard.get(subscriber).appendBuffer(bytes);
                subscriber.begins(bytes, Promise.promise(), System.nanoTime());
              });
    }
  }

  private void took(Subscriber subscriber) {
    if (subscriber.isBusy()) {
      subscriber.idle().complete();
      offer(subscriber);
    }
  }

  private String wanted(Subscriber subscriber, long from, long to) {
    StringBuilder all = new StringBuilder();
    LongStream.range(from, to)
        .mapToObj(index -> recent.at(index).orElseThrow())
        .filter(kept -> subscriber.takes(kept.event()))
        .map(KeptEvent::whole)
        .forEach(all::append);
    return all.toString();
  }

  /** Everything that was asked of the context before is done, and so is a first round of a few. */
  private void run(Runnable work) throws TimeoutException {
    Promise<Void> done = Promise.promise();
    context.runOnContext(
        ignored -> {
          work.run();
          done.complete();
        });
    done.future().await(60, SECONDS);
  }

  private void append(String name) {
    int partition = Math.floorMod(name.hashCode(), PARTITIONS);
    long offset = offsets.merge(partition, 1L, Long::sum) - 1;
    recent.append(
        new ToldEvent(
            partition,
            offset,
            name + "/provisioner/" + offset,
            name,
            "type",
            new Beside("ann", "namespace", Map.of(), true, 1 + offset),
            Instant.EPOCH,
            TraceParent.NONE,
            EventText.event("type", partition + "/" + offset)));
  }

  private static Subscriber subscriber(Set<String> workspaces) {
    return new Subscriber(
        null,
        null,
        new Permit(new Identity("ann", Role.USER)),
        Future::succeededFuture,
        new EventFilter(workspaces, Set.of(), Set.of(), Set.of(), LabelFilter.NONE),
        BEGINNING);
  }
}

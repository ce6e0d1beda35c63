package dev.helium.gateway.stream;

import dev.helium.gateway.recent.Position;
import dev.helium.gateway.recent.ToldEvent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/**
 * One stream. What changes of it belongs to the thread of the {@link Fanout}.
 *
 * <p>At any time at most one piece is on its way to the client, so what waits for a slow one is
 * bounded, and whatever it has not taken is not made for it.
 */
final class Subscriber {
  /** Of one piece on its way. */
  static final int MOST_BYTES = 32 * 1024;

  private final HttpServerResponse response;
  private final HttpConnection connection;
  private final Admission admission;
  private final String name;
  private final EventFilter filter;
  private Permit permit;
  private Position position;
  private long cursor;
  private boolean apart;
  private boolean live;
  private int falls;
  private Buffer sending;
  private int sent;
  private long since;
  private Promise<Void> taken;
  private EndReason ending;
  private long checked = System.nanoTime();

  /**
   * @param permit of who asked first
   * @param position of whoever has all that the subscriber does not want to hear
   */
  Subscriber(
      HttpServerResponse response,
      HttpConnection connection,
      Permit permit,
      Admission admission,
      EventFilter filter,
      Position position) {
    this.response = response;
    this.connection = connection;
    this.permit = permit;
    this.admission = admission;
    this.name = permit.identity().name();
    this.filter = filter;
    this.position = position;
  }

  HttpServerResponse response() {
    return response;
  }

  HttpConnection connection() {
    return connection;
  }

  Permit permit() {
    return permit;
  }

  void permit(Permit now) {
    permit = now;
  }

  Admission admission() {
    return admission;
  }

  /** Under which it has its place. */
  String name() {
    return name;
  }

  /** Says once in each interval that its permission is to be asked again. */
  boolean isDueForCheck(long now, Duration interval) {
    boolean due = now - checked > interval.toNanos();
    checked = due ? now : checked;
    return due;
  }

  EventFilter filter() {
    return filter;
  }

  /** Whether an event is for it. */
  boolean takes(ToldEvent event) {
    return filter.wants(event) && permit.allows(event);
  }

  /** Where it goes on when it comes back. */
  Position position() {
    return position;
  }

  void reached(Position now) {
    position = now;
  }

  /** The index of the next of the recent events that it has not been offered. */
  long cursor() {
    return cursor;
  }

  void goesOnAt(long index) {
    cursor = index;
  }

  /**
   * Whether it has another position than others at its cursor: it has seen some of what follows.
   */
  boolean isApart() {
    return apart;
  }

  void apart(boolean now) {
    apart = now;
  }

  /** Whether it is fed from the recent events. */
  boolean isLive() {
    return live;
  }

  void live(boolean now) {
    live = now;
  }

  /** How often it has fallen behind what is kept, this time included. */
  int falls() {
    return ++falls;
  }

  boolean isBusy() {
    return sending != null;
  }

  /** Since when it is busy or idle, on the clock of {@link System#nanoTime}. */
  long since() {
    return since;
  }

  /** Completes when what is being sent was taken; only while it is busy. */
  Future<Void> taken() {
    return taken.future();
  }

  /**
   * @param whenTaken completes when the client's side has all of it
   */
  void begins(Buffer bytes, Promise<Void> whenTaken, long now) {
    sending = bytes;
    sent = 0;
    taken = whenTaken;
    since = now;
  }

  /** The next piece of what is being sent. */
  Buffer piece() {
    int end = Math.min(sending.length(), sent + MOST_BYTES);
    Buffer piece = sent == 0 && end == sending.length() ? sending : sending.slice(sent, end);
    sent = end;
    return piece;
  }

  /** Whether what is being sent has more pieces, so that nothing may be written in between. */
  boolean hasMore() {
    return sending != null && sent < sending.length();
  }

  void pieceTaken(long now) {
    since = now;
  }

  /** Says that all was taken, and answers who is to be told. */
  Promise<Void> idle() {
    Promise<Void> told = taken;
    sending = null;
    taken = null;
    return told;
  }

  boolean isEnding() {
    return ending != null;
  }

  EndReason ending() {
    return ending;
  }

  void ending(EndReason reason) {
    ending = reason;
  }
}

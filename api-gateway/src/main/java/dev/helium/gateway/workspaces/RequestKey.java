package dev.helium.gateway.workspaces;

import dev.helium.domain.CommandId;
import dev.helium.domain.FieldError;
import dev.helium.domain.NameGenerator;
import dev.helium.domain.WorkspaceId;
import dev.helium.gateway.audit.AuditNotes;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.RequestTrace;
import dev.helium.gateway.identity.Authentication;
import dev.helium.view.KeyedCommand;
import dev.helium.wire.TraceParent;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * The name of a request. With an {@code Idempotency-Key} the same request of the same requester is
 * the same command and, when it has no name, gets the same generated one; without, each is its own.
 */
final class RequestKey {
  private static final String HEADER = "Idempotency-Key";
  private static final int LONGEST = 200;

  private final KeyedCommand keyed;
  private final CommandId command;
  private final TraceParent trace;

  private RequestKey(KeyedCommand keyed, CommandId command, TraceParent trace) {
    this.keyed = keyed;
    this.command = command;
    this.trace = trace;
  }

  /** Checks the header; adds the rule that it breaks. */
  static void check(RoutingContext context, List<FieldError> errors) {
    String header = context.request().getHeader(HEADER);
    if (header != null
        && (header.isEmpty()
            || header.length() > LONGEST
            || header.chars().anyMatch(character -> character <= ' ' || character > '~'))) {
      errors.add(new FieldError(HEADER, "must have 1 to " + LONGEST + " visible ASCII characters"));
    }
  }

  /**
   * @param request all that was asked for, but for who asks
   */
  static RequestKey of(RoutingContext context, RequestDigest request) {
    RequestKey key = read(context, request);
    AuditNotes.command(context, key.command());
    return key;
  }

  private static RequestKey read(RoutingContext context, RequestDigest request) {
    String header = context.request().getHeader(HEADER);
    if (header == null) {
      return new RequestKey(
          null, new CommandId("http-" + UUID.randomUUID()), RequestTrace.of(context));
    }
    String name = Authentication.identity(context).name();
    KeyedCommand keyed =
        new KeyedCommand(new RequestDigest().add(name).add(header).hex(), request.hex());
    return new RequestKey(keyed, keyed.id(), RequestTrace.of(context));
  }

  /** That the key stands for another request. */
  static Problem taken() {
    return Problem.invalid(
        List.of(
            new FieldError(
                HEADER, "was used for another request in the last 24 hours; choose a new one")));
  }

  /** Empty when the request has no key. */
  Optional<KeyedCommand> keyed() {
    return Optional.ofNullable(keyed);
  }

  CommandId command() {
    return command;
  }

  /** The span of the request. */
  TraceParent trace() {
    return trace;
  }

  WorkspaceId name(NameGenerator generator) {
    return keyed == null ? generator.next() : new NameGenerator(random(keyed)).next();
  }

  private static Random random(KeyedCommand keyed) {
    return new Random(
        Long.parseUnsignedLong(
            new RequestDigest().add(keyed.key()).add(keyed.request()).hex().substring(0, 16), 16));
  }
}

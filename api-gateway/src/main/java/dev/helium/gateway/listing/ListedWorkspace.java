package dev.helium.gateway.listing;

import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceView;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What the list knows of a workspace.
 *
 * @param reasonClass where to look when it has failed; empty otherwise
 * @param end when it is to go: at its expiry, or when its protection ends after that
 * @param json as its own page shows it, but for the estimate
 */
record ListedWorkspace(
    String name,
    String owner,
    String backend,
    String status,
    String reasonClass,
    Map<String, String> labels,
    Instant created,
    Instant expiry,
    Instant end,
    Buffer json) {
  ListedWorkspace {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(backend, "backend");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(reasonClass, "reasonClass");
    labels = Map.copyOf(labels);
    Objects.requireNonNull(created, "created");
    Objects.requireNonNull(expiry, "expiry");
    Objects.requireNonNull(end, "end");
    Objects.requireNonNull(json, "json");
  }

  static ListedWorkspace of(WorkspaceView view, JsonObject json) {
    Workspace workspace = view.workspace();
    return new ListedWorkspace(
        workspace.id().value(),
        workspace.createdBy(),
        workspace.spec().backend(),
        view.status().word(),
        json.getString("ReasonClass", ""),
        workspace.spec().labels(),
        workspace.createdAt(),
        workspace.expiresAt(),
        workspace.endsAt(),
        // Without the room to grow that an encoder leaves.
        Buffer.buffer(json.toBuffer().getBytes()));
  }

  ListPlace place(ListOrder order) {
    return switch (order) {
      case NAME -> new ListPlace(0, "", name);
      case CREATED -> new ListPlace(microseconds(created), "", name);
      case EXPIRY -> new ListPlace(microseconds(expiry), "", name);
      case STATUS -> new ListPlace(0, status, name);
    };
  }

  /** Whether name or owner contain a text, letters of either case being the same. */
  boolean mentions(String lowerCase) {
    return name.contains(lowerCase) || owner.toLowerCase(Locale.ROOT).contains(lowerCase);
  }

  private static long microseconds(Instant instant) {
    try {
      return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    } catch (ArithmeticException | DateTimeException beyond) {
      return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }
}

package dev.helium.gateway.workspaces;

import dev.helium.domain.Command;
import dev.helium.domain.ConditionalCommand;
import dev.helium.domain.Expectation;
import dev.helium.domain.FieldError;
import dev.helium.domain.WorkspaceVersion;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@code If-Match} and {@code If-None-Match} say of a change. It goes with the command and is
 * looked at when that is decided: a look at the view would be one at the past.
 */
sealed interface Condition {
  /** Nothing is said. */
  record None() implements Condition {}

  record Expecting(Expectation expectation) implements Condition {
    public Expecting {
      Objects.requireNonNull(expectation, "expectation");
    }
  }

  /** No workspace ever had what is said. */
  record Impossible(String tag) implements Condition {
    public Impossible {
      Objects.requireNonNull(tag, "tag");
    }
  }

  /** Reads it; adds the rules that it breaks. */
  static Condition read(HttpServerRequest request, List<FieldError> errors) {
    List<String> match = request.headers().getAll("If-Match");
    List<String> noneMatch = request.headers().getAll("If-None-Match");
    if (!match.isEmpty() && !noneMatch.isEmpty()) {
      errors.add(new FieldError("If-Match", "cannot be given together with If-None-Match"));
    }
    if (!noneMatch.isEmpty()) {
      return ofNoneMatch(String.join(",", noneMatch), errors);
    }
    return match.isEmpty() ? new None() : ofMatch(String.join(",", match), errors);
  }

  /** The command, expecting what is said; a problem when nothing can be so. */
  default Command of(Command command) {
    return switch (this) {
      case None ignored -> command;
      case Expecting(Expectation expectation) -> new ConditionalCommand(command, expectation);
      case Impossible ignored ->
          throw Problem.of(
                  ProblemKind.PRECONDITION_FAILED,
                  "The workspace never had that entity tag; read it again.")
              .exception();
    };
  }

  /** With it a request is another one. */
  default RequestDigest addedTo(RequestDigest digest) {
    return this instanceof None ? digest : digest.add(toString());
  }

  private static Condition ofNoneMatch(String header, List<FieldError> errors) {
    if (!header.strip().equals("*")) {
      errors.add(new FieldError("If-None-Match", "must be * for a change"));
    }
    return new Expecting(new Expectation.Nothing());
  }

  private static Condition ofMatch(String header, List<FieldError> errors) {
    Optional<EntityTags> read = EntityTags.parse(header);
    if (read.isEmpty()) {
      errors.add(new FieldError("If-Match", EntityTags.RULE));
      return new None();
    }
    EntityTags tags = read.get();
    if (tags.any()) {
      return new Expecting(new Expectation.Something());
    }
    if (tags.tags().size() > 1) {
      errors.add(new FieldError("If-Match", "must be * or one entity tag for a change"));
    }
    return tags.known(false).stream()
        .findFirst()
        .map(EntityTag::version)
        .<Condition>map(Condition::unchanged)
        .orElseGet(() -> new Impossible(tags.tags().getFirst()));
  }

  private static Condition unchanged(WorkspaceVersion version) {
    return new Expecting(new Expectation.Unchanged(version));
  }
}

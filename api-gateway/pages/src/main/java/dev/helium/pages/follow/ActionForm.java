package dev.helium.pages.follow;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.frame.OfferedLength;
import dev.helium.pages.read.ApiProblem;
import dev.helium.pages.web.FormFields;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The form of one action, on the page of the workspace or on its own.
 *
 * @param seen stands for the state that is shown beside it
 * @param expiry the present one
 * @param given what was sent before, and refused
 */
public record ActionForm(
    Frame frame,
    FollowAddress address,
    Action action,
    String seen,
    Optional<Instant> expiry,
    FormFields given,
    Optional<ApiProblem> problem) {
  public ActionForm {
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(seen, "seen");
    Objects.requireNonNull(expiry, "expiry");
    Objects.requireNonNull(given, "given");
    Objects.requireNonNull(problem, "problem");
  }

  /** Whether it asks for an instant. */
  public boolean asksWhen() {
    return switch (action) {
      case EXTEND, SHORTEN, PROTECT, REVIVE -> true;
      case RETRY, CANCEL, UNPROTECT, DELETE -> false;
    };
  }

  public boolean asksWhy() {
    return switch (action) {
      case EXTEND, SHORTEN, PROTECT -> true;
      case REVIVE, RETRY, CANCEL, UNPROTECT, DELETE -> false;
    };
  }

  public boolean needsWhy() {
    return action == Action.PROTECT;
  }

  /** What stands before the lengths. */
  public String lengthLabel() {
    return switch (action) {
      case EXTEND -> "Longer by";
      case SHORTEN -> "To go in";
      case PROTECT, REVIVE, RETRY, CANCEL, UNPROTECT, DELETE -> "For";
    };
  }

  /** What no length means; empty when there has to be one. */
  public String noLength() {
    return switch (action) {
      case SHORTEN -> "Choose";
      case PROTECT -> "as long as is allowed";
      case REVIVE -> "the usual time";
      case EXTEND, RETRY, CANCEL, UNPROTECT, DELETE -> "";
    };
  }

  /** Those that come to something: what is to go earlier goes before its present expiry. */
  public List<OfferedLength> lengths() {
    boolean isEarlier = action == Action.SHORTEN && expiry.isPresent();
    return isEarlier
        ? OfferedLength.ALL.stream()
            .filter(each -> each.after(frame.now()).isBefore(expiry.get()))
            .toList()
        : OfferedLength.ALL;
  }

  public boolean isChosen(OfferedLength length) {
    String chosen = given.value("length");
    boolean isUnsaid = chosen.isEmpty() && action == Action.EXTEND;
    return isUnsaid ? length.equals(OfferedLength.USUAL) : length.id().equals(chosen);
  }

  /** The earliest day that makes sense. */
  public String today() {
    return frame.now().atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  /** What is wrong with the instant; empty when nothing is. */
  public String wrongWhen() {
    String expiry = wrong("expiry");
    return expiry.isEmpty() ? wrong("until") : expiry;
  }

  /** What is wrong with a field; empty when nothing is. */
  public String wrong(String field) {
    return problem.map(found -> found.of(field)).orElse("");
  }

  /** The id of one of its elements, of which a page may have several. */
  public String id(String of) {
    return action.word() + "-" + of;
  }
}

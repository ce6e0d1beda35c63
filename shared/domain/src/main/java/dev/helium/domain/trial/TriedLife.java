package dev.helium.domain.trial;

import dev.helium.domain.Event;
import dev.helium.domain.ExpiryPolicy;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.trial.TrialOutcome.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One life as it was and as it would have been. */
final class TriedLife {
  private final WorkspaceId workspace;
  // Not the whole event: its values may be large, and a trial holds every life there was.
  private final int incarnation;
  private final String backend;
  private final String owner;
  private final Instant began;
  private final ExpiryPolicy policy;
  private final List<TrialRefusal> refusals = new ArrayList<>();
  private final boolean refused;
  private Instant expiry;
  private Instant protectedUntil = Instant.MIN;
  private boolean ended;
  private boolean expired;
  private Instant end = Instant.MAX;
  private int tooLate;

  TriedLife(
      WorkspaceId workspace,
      Event.Created created,
      ExpiryRequest request,
      Instant began,
      ExpiryPolicy policy) {
    this.workspace = workspace;
    this.incarnation = created.incarnation();
    this.backend = created.spec().backend();
    this.owner = created.createdBy();
    this.began = began;
    this.policy = policy;
    this.expiry = granted(request, began);
    this.refused = isRefused("creation", expiry, began);
  }

  /** Something asked for another expiry, and got it. */
  void asked(String what, ExpiryRequest request, Instant at) {
    if (ended || refused) {
      return;
    }
    if (!ends().isAfter(at)) {
      tooLate++;
      return;
    }
    if (request instanceof ExpiryRequest.Unspecified) {
      return;
    }
    Instant asked = granted(request, at);
    if (!isRefused(what, asked, at)) {
      expiry = asked;
    }
  }

  /** Nothing ends it before that, under any policy. */
  void protectedUntil(Instant until) {
    protectedUntil = until;
  }

  /** Its protection was taken back then. */
  void unprotected(Instant at) {
    if (protectedUntil.isAfter(at)) {
      protectedUntil = at;
    }
  }

  /** Its time was up then. */
  void expired(Instant at) {
    end(at, true);
  }

  /** Somebody asked for its deletion then. */
  void deleted(Instant at) {
    end(at, false);
  }

  TrialOutcome outcome(Instant now) {
    Instant actual = ended ? end : now;
    Instant other = refused ? began : wouldHaveEnded(actual, now);
    return new TrialOutcome(
        workspace,
        incarnation,
        backend,
        owner,
        began,
        actual,
        !ended,
        verdict(actual, other),
        other,
        refusals,
        tooLate);
  }

  private void end(Instant at, boolean timeWasUp) {
    if (!ended) {
      ended = true;
      expired = timeWasUp;
      end = at;
    }
  }

  private Instant ends() {
    return expiry.isAfter(protectedUntil) ? expiry : protectedUntil;
  }

  private Instant wouldHaveEnded(Instant actual, Instant now) {
    Instant ends = ends();
    if (ends.isBefore(actual)) {
      return ends;
    }
    if (!expired) {
      return actual;
    }
    return ends.isBefore(now) ? ends : now;
  }

  private Verdict verdict(Instant actual, Instant other) {
    if (refused) {
      return Verdict.REFUSED;
    }
    if (other.isBefore(actual)) {
      return Verdict.EARLIER;
    }
    return other.isAfter(actual) ? Verdict.LATER : Verdict.SAME;
  }

  private Instant granted(ExpiryRequest request, Instant at) {
    return switch (request) {
      case ExpiryRequest.Unspecified ignored -> policy.defaultExpiry(at);
      case ExpiryRequest.EndOfDay(var day) -> policy.endOf(day);
      case ExpiryRequest.At(Instant instant) -> instant;
    };
  }

  private boolean isRefused(String what, Instant asked, Instant at) {
    Optional<String> broken = broken(asked, at);
    broken.ifPresent(rule -> refusals.add(new TrialRefusal(at, what, rule)));
    return broken.isPresent();
  }

  private Optional<String> broken(Instant asked, Instant at) {
    if (!asked.isAfter(at)) {
      return Optional.of("expiry " + asked + " must lie in the future");
    }
    return asked.isAfter(policy.latestExpiry(at))
        ? Optional.of(
            "expiry " + asked + " must lie at most " + policy.maximumDays() + " days ahead")
        : Optional.empty();
  }
}

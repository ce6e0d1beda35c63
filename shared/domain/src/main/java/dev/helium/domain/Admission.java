package dev.helium.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The rules that a request must keep, all checked at once. */
final class Admission {
  private static final String EXPIRY = "expiry";

  private final LifetimePolicy policies;
  private final SpecCheck check;

  Admission(LifetimePolicy policies, SpecCheck check) {
    this.policies = Objects.requireNonNull(policies);
    this.check = Objects.requireNonNull(check);
  }

  List<FieldError> check(Command.Create create, Instant now) {
    return check(create, policies.of(create.backend(), create.requestedBy()), now);
  }

  /** The workspace stays its owner's, whoever updates it. */
  List<FieldError> checkUpdate(Workspace workspace, Command.Create create, Instant now) {
    List<FieldError> errors = check(create, policies.of(workspace), now);
    if (!create.backend().equals(workspace.spec().backend())) {
      errors.add(
          new FieldError(
              "backend",
              "cannot change from \""
                  + workspace.spec().backend()
                  + "\"; delete the workspace first"));
    }
    return errors;
  }

  List<FieldError> checkExtension(Workspace workspace, Command.Extend extend, Instant now) {
    List<FieldError> errors = new ArrayList<>();
    if (isGiven(EXPIRY, extend.expiry(), errors)) {
      Instant expiry = expiry(workspace, extend.expiry(), now);
      checkInstant(EXPIRY, expiry, policies.of(workspace), now, errors);
      if (!expiry.isAfter(workspace.expiresAt())) {
        errors.add(
            new FieldError(EXPIRY, "must lie after the present one, " + workspace.expiresAt()));
      }
    }
    checkWhy(extend.why(), errors);
    return errors;
  }

  List<FieldError> checkShortening(Workspace workspace, Command.Shorten shorten, Instant now) {
    List<FieldError> errors = new ArrayList<>();
    if (isGiven(EXPIRY, shorten.expiry(), errors)) {
      Instant expiry = expiry(workspace, shorten.expiry(), now);
      if (!expiry.isAfter(now)) {
        errors.add(new FieldError(EXPIRY, "must lie in the future"));
      }
      if (!expiry.isBefore(workspace.expiresAt())) {
        errors.add(
            new FieldError(EXPIRY, "must lie before the present one, " + workspace.expiresAt()));
      }
    }
    checkWhy(shorten.why(), errors);
    return errors;
  }

  List<FieldError> checkProtection(Workspace workspace, Command.Protect protect, Instant now) {
    List<FieldError> errors = new ArrayList<>();
    checkInstant(
        "until", protectedUntil(workspace, protect, now), policies.of(workspace), now, errors);
    if (protect.why().isBlank() || protect.why().length() > Protection.LONGEST_WHY) {
      errors.add(new FieldError("why", "must have 1 to " + Protection.LONGEST_WHY + " characters"));
    }
    return errors;
  }

  List<FieldError> checkRevival(Workspace workspace, Command.Revive revive, Instant now) {
    List<FieldError> errors = new ArrayList<>();
    checkInstant(
        EXPIRY, expiry(workspace, revive.expiry(), now), policies.of(workspace), now, errors);
    return errors;
  }

  /** What keeps the specification of a workspace that is gone from being made once more. */
  List<FieldError> checkRecord(Workspace workspace) {
    return check.checkRecord(workspace.id(), workspace.spec());
  }

  /** Of a workspace that is not there yet. */
  Instant expiry(Command.Create create, Instant now) {
    return expiry(policies.of(create.backend(), create.requestedBy()), create.expiry(), now);
  }

  Instant expiry(Workspace workspace, ExpiryRequest request, Instant now) {
    return expiry(policies.of(workspace), request, now);
  }

  /** When nothing is said, for as long as the policy grants. */
  Instant protectedUntil(Workspace workspace, Command.Protect protect, Instant now) {
    return protect.until() instanceof ExpiryRequest.Unspecified
        ? policies.of(workspace).latestExpiry(now)
        : expiry(workspace, protect.until(), now);
  }

  private List<FieldError> check(Command.Create create, ExpiryPolicy policy, Instant now) {
    List<FieldError> errors = new ArrayList<>(check.check(create));
    checkInstant(EXPIRY, expiry(policy, create.expiry(), now), policy, now, errors);
    if (create.labelling() instanceof LabelRequest.Exactly(var labels)) {
      errors.addAll(Labels.check(labels));
    }
    return errors;
  }

  private static boolean isGiven(String field, ExpiryRequest request, List<FieldError> errors) {
    if (request instanceof ExpiryRequest.Unspecified) {
      errors.add(new FieldError(field, "must be given"));
      return false;
    }
    return true;
  }

  private static void checkInstant(
      String field, Instant instant, ExpiryPolicy policy, Instant now, List<FieldError> errors) {
    if (!instant.isAfter(now)) {
      errors.add(new FieldError(field, "must lie in the future"));
    }
    if (instant.isAfter(policy.latestExpiry(now))) {
      errors.add(new FieldError(field, "must lie at most " + policy.maximumDays() + " days ahead"));
    }
  }

  private static void checkWhy(String why, List<FieldError> errors) {
    if (why.length() > Command.Extend.LONGEST_WHY) {
      errors.add(
          new FieldError("why", "must have at most " + Command.Extend.LONGEST_WHY + " characters"));
    }
  }

  private static Instant expiry(ExpiryPolicy policy, ExpiryRequest request, Instant now) {
    return switch (request) {
      case ExpiryRequest.Unspecified ignored -> policy.defaultExpiry(now);
      case ExpiryRequest.EndOfDay(var day) -> policy.endOf(day);
      case ExpiryRequest.At(Instant instant) -> instant;
    };
  }
}

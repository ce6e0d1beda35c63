package dev.helium.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The rules that a request to create or update must keep, all checked at once. */
final class Admission {
  private final ExpiryPolicy policy;
  private final SpecCheck check;

  Admission(ExpiryPolicy policy, SpecCheck check) {
    this.policy = Objects.requireNonNull(policy);
    this.check = Objects.requireNonNull(check);
  }

  List<FieldError> check(Command.Create create, Instant now) {
    List<FieldError> errors = new ArrayList<>(check.check(create));
    checkExpiry(expiry(create.expiry(), now), now, errors);
    return errors;
  }

  List<FieldError> checkExtension(Workspace workspace, Command.Extend extend, Instant now) {
    List<FieldError> errors = new ArrayList<>();
    if (extend.expiry() instanceof ExpiryRequest.Unspecified) {
      errors.add(new FieldError("expiry", "must be given"));
    } else {
      Instant expiry = expiry(extend.expiry(), now);
      checkExpiry(expiry, now, errors);
      if (!expiry.isAfter(workspace.expiresAt())) {
        errors.add(
            new FieldError("expiry", "must lie after the present one, " + workspace.expiresAt()));
      }
    }
    if (extend.why().length() > Command.Extend.LONGEST_WHY) {
      errors.add(
          new FieldError("why", "must have at most " + Command.Extend.LONGEST_WHY + " characters"));
    }
    return errors;
  }

  private void checkExpiry(Instant expiry, Instant now, List<FieldError> errors) {
    if (!expiry.isAfter(now)) {
      errors.add(new FieldError("expiry", "must lie in the future"));
    }
    if (expiry.isAfter(policy.latestExpiry(now))) {
      errors.add(
          new FieldError("expiry", "must lie at most " + policy.maximumDays() + " days ahead"));
    }
  }

  List<FieldError> checkUpdate(Workspace workspace, Command.Create create, Instant now) {
    List<FieldError> errors = new ArrayList<>(check(create, now));
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

  Instant expiry(ExpiryRequest request, Instant now) {
    return switch (request) {
      case ExpiryRequest.Unspecified ignored -> policy.defaultExpiry(now);
      case ExpiryRequest.EndOfDay(var day) -> policy.endOf(day);
      case ExpiryRequest.At(Instant instant) -> instant;
    };
  }
}

package dev.helium.domain.simulation;

import dev.helium.domain.AttemptReport;
import dev.helium.domain.Command;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.ExpiryRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * What a workspace must be like, kept in a few flags and numbers. Written from the rules as people
 * are told them, and not from the code: it knows no state, no event and no fold.
 */
final class ReferenceModel {
  static final String BACKEND = "namespace";
  static final int TRIES = 3;
  static final int MOST_DAYS = 90;

  /** A parameter that breaks a rule. */
  static final String BROKEN = "broken";

  boolean exists;
  boolean deletionAsked;
  boolean attemptOutstanding;
  boolean upToDate;
  boolean emptied;
  boolean drifted;
  int life;
  int attempts;
  int failures;
  Instant due = Instant.EPOCH;
  Instant expiry = Instant.EPOCH;
  String wanted = "";
  String request = "none";
  int decidedEvents;
  final Answers answers = new Answers();

  /** The answer to a command; empty when it was answered before. */
  String command(Command command, Instant now) {
    if (answers.knows(command.id().value())) {
      return "";
    }
    String answer =
        switch (command) {
          case Command.Create create -> create(create, now);
          case Command.Delete delete -> delete(delete, now);
          case Command.ConfirmDeletion confirm -> confirm(confirm.receipt().incarnation());
          case Command.Extend extend -> extend(extend, now);
          case Command.Retry retry -> retry(retry.id().value(), now);
          case Command.Cancel ignored -> cancel();
          case Command.ReportDrift report -> drift(report.attempt());
        };
    answers.remember(command.id().value(), answer, now);
    decidedEvents++;
    return answer;
  }

  /** True when the report counts. */
  boolean report(AttemptReport report, Instant now) {
    boolean counts = attemptOutstanding && report.attempt() == attempts;
    if (counts) {
      counts =
          switch (report) {
            case AttemptReport.Progressed ignored -> true;
            case AttemptReport.Applied ignored -> !deletionAsked && ended(true, false);
            case AttemptReport.Destroyed ignored -> deletionAsked && ended(false, true);
            case AttemptReport.Failed failed -> failed(failed.failure().kind().isPassing(), now);
          };
    }
    decidedEvents += counts ? 1 : 0;
    return counts;
  }

  private String create(Command.Create create, Instant now) {
    if (deletionAsked) {
      return "REFUSED BEING_DELETED";
    }
    boolean saysWhen = !(create.expiry() instanceof ExpiryRequest.Unspecified);
    boolean broken = create.parameters().containsKey(BROKEN) || !create.backend().equals(BACKEND);
    if (broken || (saysWhen && !allowed(instant(create.expiry()), now))) {
      return "REFUSED INVALID";
    }
    if (saysWhen) {
      expiry = instant(create.expiry());
    } else if (!exists) {
      expiry = day(now, 1);
    }
    wanted = create.parameters().getOrDefault("wanted", "");
    String answer = exists ? "UPDATED" : "CREATED";
    life += exists ? 0 : 1;
    exists = true;
    begin(create.id().value(), now);
    return answer;
  }

  private String delete(Command.Delete delete, Instant now) {
    boolean refusedLife =
        delete.reason() instanceof DeletionReason.Swept(int swept) && (exists || swept > life);
    if (deletionAsked && (attemptOutstanding || emptied)) {
      return "UNCHANGED";
    }
    if (!exists && (life == 0 || !(delete.reason() instanceof DeletionReason.Swept))) {
      return "REFUSED UNKNOWN_WORKSPACE";
    }
    if (refusedLife) {
      return "REFUSED NOT_DELETED";
    }
    if (delete.reason() instanceof DeletionReason.Expired(Instant passed)
        && !passed.equals(expiry)) {
      return "REFUSED NOT_EXPIRED";
    }
    if (delete.reason() instanceof DeletionReason.Drifted(int attempt)
        && !(drifted && attempt == attempts)) {
      return "REFUSED NOT_DRIFTED";
    }
    exists = true;
    deletionAsked = true;
    begin(delete.id().value(), now);
    return "DELETION_REQUESTED";
  }

  private String confirm(int proven) {
    if (!emptied || proven != life) {
      return "REFUSED NOT_DESTROYED";
    }
    exists = false;
    deletionAsked = false;
    emptied = false;
    return "DELETED";
  }

  private String extend(Command.Extend extend, Instant now) {
    if (!exists || deletionAsked) {
      return exists ? "REFUSED BEING_DELETED" : "REFUSED UNKNOWN_WORKSPACE";
    }
    if (extend.expiry() instanceof ExpiryRequest.Unspecified
        || !allowed(instant(extend.expiry()), now)
        || !instant(extend.expiry()).isAfter(expiry)
        || extend.why().length() > 500) {
      return "REFUSED INVALID";
    }
    expiry = instant(extend.expiry());
    return "EXPIRY_CHANGED";
  }

  private String retry(String id, Instant now) {
    if (!exists || (upToDate && !drifted) || emptied) {
      return exists ? "REFUSED NOTHING_TO_RETRY" : "REFUSED UNKNOWN_WORKSPACE";
    }
    if (attemptOutstanding && !due.isAfter(now)) {
      return "UNCHANGED";
    }
    begin(id, now);
    return "RETRIED";
  }

  private String cancel() {
    if (!exists || deletionAsked) {
      return exists ? "REFUSED BEING_DELETED" : "REFUSED UNKNOWN_WORKSPACE";
    }
    if (!attemptOutstanding) {
      return "REFUSED NOTHING_TO_CANCEL";
    }
    attemptOutstanding = false;
    return "CANCELLED";
  }

  private String drift(int attempt) {
    if (!exists || deletionAsked) {
      return exists ? "REFUSED BEING_DELETED" : "REFUSED UNKNOWN_WORKSPACE";
    }
    if (!upToDate || attempt != attempts) {
      return "REFUSED NOT_DRIFTED";
    }
    String answer = drifted ? "UNCHANGED" : "DRIFTED";
    drifted = true;
    return answer;
  }

  private void begin(String id, Instant now) {
    attempts++;
    drifted = false;
    attemptOutstanding = true;
    upToDate = false;
    emptied = false;
    failures = 0;
    due = now;
    request = id;
  }

  private boolean ended(boolean made, boolean unmade) {
    attemptOutstanding = false;
    upToDate = made;
    emptied = unmade;
    return true;
  }

  private boolean failed(boolean passing, Instant now) {
    failures++;
    attemptOutstanding = passing && failures < TRIES;
    if (attemptOutstanding) {
      attempts++;
      due = now.plus(Duration.ofSeconds(failures));
    }
    return true;
  }

  private static boolean allowed(Instant asked, Instant now) {
    return asked.isAfter(now) && !asked.isAfter(day(now, MOST_DAYS + 1));
  }

  private static Instant instant(ExpiryRequest request) {
    return switch (request) {
      case ExpiryRequest.At(Instant instant) -> instant;
      case ExpiryRequest.EndOfDay(var day) ->
          day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
      case ExpiryRequest.Unspecified ignored -> Instant.MIN;
    };
  }

  /** The midnight that many days after the last one. */
  private static Instant day(Instant now, int days) {
    return now.truncatedTo(ChronoUnit.DAYS).plus(days, ChronoUnit.DAYS);
  }
}

package dev.helium.domain.simulation;

import dev.helium.domain.AdmittedCommand;
import dev.helium.domain.AttemptReport;
import dev.helium.domain.Command;
import dev.helium.domain.ConditionalCommand;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.DeniedCommand;
import dev.helium.domain.Expectation;
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
  static final int GRACE_DAYS = 7;
  static final Duration FIRST_WARNING = Duration.ofHours(24);
  static final Duration LAST_WARNING = Duration.ofHours(1);

  /** A parameter that breaks a rule. */
  static final String BROKEN = "broken";

  /** A parameter that says in which other cluster it lives. */
  static final String CLUSTER = "clusterStack";

  boolean exists;
  boolean deletionAsked;
  boolean attemptOutstanding;
  boolean upToDate;
  boolean emptied;
  boolean drifted;
  boolean abroad;
  boolean clusterGone;
  int life;
  int attempts;
  int failures;
  Instant due = Instant.EPOCH;
  Instant expiry = Instant.EPOCH;
  Instant protectedUntil = Instant.EPOCH;
  Duration announced = Duration.ZERO;
  boolean expired;
  Instant gone = Instant.EPOCH;
  String wanted = "";
  String request = "none";
  int decidedEvents;
  final Answers answers = new Answers();

  /** The answer to a command; empty when it was answered before. */
  String command(Command command, Instant now) {
    if (answers.knows(command.id().value())) {
      return "";
    }
    Instant end = end();
    String answer = answer(command, now);
    announced = end.equals(end()) ? announced : Duration.ZERO;
    answers.remember(command.id().value(), answer, now);
    decidedEvents++;
    return answer;
  }

  private String answer(Command command, Instant now) {
    return switch (command) {
      case Command.Create create -> create(create, now);
      case Command.Delete delete -> delete(delete, now);
      case Command.ConfirmDeletion confirm ->
          confirm(confirm.receipt().incarnation(), confirm.receipt().confirmedAt());
      case Command.Extend extend -> extend(extend, now);
      case Command.Retry retry -> retry(retry, now);
      case Command.Cancel ignored -> cancel();
      case Command.ReportHeld report -> held(report.incarnation());
      case Command.Protect protect -> protect(protect, now);
      case Command.Unprotect ignored -> unprotect(now);
      case Command.Shorten shorten -> shorten(shorten, now);
      case Command.AnnounceExpiry announce -> announce(announce, now);
      case Command.Revive revive -> revive(revive, now);
      case Command.ReportDrift report -> drift(report.attempt());
      case Command.ReportClusterGone report -> clusterGone(report, now);
      case AdmittedCommand admitted -> answer(admitted.asked(), now);
      case DeniedCommand ignored -> "REFUSED QUOTA";
      case ConditionalCommand(Command bare, Expectation.Nothing ignored) ->
          exists ? refusedAsIs(bare, now) : answer(bare, now);
      case ConditionalCommand(Command bare, Expectation ignored) ->
          exists ? answer(bare, now) : refusedAsIs(bare, now);
    };
  }

  /** What would be refused anyway is refused for its own reason. */
  private String refusedAsIs(Command command, Instant now) {
    String otherwise = copy().answer(command, now);
    return otherwise.startsWith("REFUSED") ? otherwise : "REFUSED NOT_AS_EXPECTED";
  }

  private ReferenceModel copy() {
    ReferenceModel copy = new ReferenceModel();
    copy.exists = exists;
    copy.deletionAsked = deletionAsked;
    copy.attemptOutstanding = attemptOutstanding;
    copy.upToDate = upToDate;
    copy.emptied = emptied;
    copy.drifted = drifted;
    copy.abroad = abroad;
    copy.clusterGone = clusterGone;
    copy.life = life;
    copy.attempts = attempts;
    copy.failures = failures;
    copy.due = due;
    copy.expiry = expiry;
    copy.protectedUntil = protectedUntil;
    copy.announced = announced;
    copy.expired = expired;
    copy.gone = gone;
    copy.wanted = wanted;
    copy.request = request;
    return copy;
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
    abroad = create.parameters().containsKey(CLUSTER);
    String answer = exists ? "UPDATED" : "CREATED";
    if (!exists) {
      beginLife();
    }
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
    if (delete.reason() instanceof DeletionReason.Expired passed) {
      if (!passed.expiry().equals(expiry)) {
        return "REFUSED NOT_EXPIRED";
      }
      if (isProtected(Instant.EPOCH) && !passed.protectedUntil().equals(protectedUntil)) {
        return "REFUSED PROTECTED";
      }
    }
    if (delete.reason() instanceof DeletionReason.Drifted(int attempt)
        && !(drifted && attempt == attempts)) {
      return "REFUSED NOT_DRIFTED";
    }
    boolean wished =
        delete.reason() instanceof DeletionReason.Requested
            || delete.reason() instanceof DeletionReason.Drifted;
    if (wished && isProtected(now)) {
      return "REFUSED PROTECTED";
    }
    switch (delete.reason()) {
      case DeletionReason.Requested ignored -> {
        expired = false;
        announced = Duration.ZERO;
      }
      case DeletionReason.Expired ignored -> expired = true;
      case DeletionReason.Drifted ignored -> {
        expired = false;
        announced = Duration.ZERO;
      }
      case DeletionReason.Swept ignored -> {}
    }
    protectedUntil = Instant.EPOCH;
    exists = true;
    deletionAsked = true;
    begin(delete.id().value(), now);
    return "DELETION_REQUESTED";
  }

  private String confirm(int proven, Instant seen) {
    if (!emptied || proven != life) {
      return "REFUSED NOT_DESTROYED";
    }
    exists = false;
    deletionAsked = false;
    emptied = false;
    gone = seen;
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

  private String held(int proven) {
    return emptied && proven == life ? "DELETION_HELD" : "REFUSED NOT_DESTROYED";
  }

  private String shorten(Command.Shorten shorten, Instant now) {
    if (!exists || deletionAsked) {
      return exists ? "REFUSED BEING_DELETED" : "REFUSED UNKNOWN_WORKSPACE";
    }
    if (shorten.expiry() instanceof ExpiryRequest.Unspecified
        || !instant(shorten.expiry()).isAfter(now)
        || !instant(shorten.expiry()).isBefore(expiry)
        || shorten.why().length() > 500) {
      return "REFUSED INVALID";
    }
    expiry = instant(shorten.expiry());
    return "EXPIRY_CHANGED";
  }

  private String protect(Command.Protect protect, Instant now) {
    if (!exists || deletionAsked) {
      return exists ? "REFUSED BEING_DELETED" : "REFUSED UNKNOWN_WORKSPACE";
    }
    boolean saysWhen = !(protect.until() instanceof ExpiryRequest.Unspecified);
    if ((saysWhen && !allowed(instant(protect.until()), now))
        || protect.why().isEmpty()
        || protect.why().length() > 500) {
      return "REFUSED INVALID";
    }
    protectedUntil = saysWhen ? instant(protect.until()) : day(now, MOST_DAYS + 1);
    return "PROTECTED";
  }

  private String unprotect(Instant now) {
    if (!exists || deletionAsked) {
      return exists ? "REFUSED BEING_DELETED" : "REFUSED UNKNOWN_WORKSPACE";
    }
    if (!isProtected(now)) {
      return "REFUSED NOT_PROTECTED";
    }
    protectedUntil = Instant.EPOCH;
    return "UNPROTECTED";
  }

  private String announce(Command.AnnounceExpiry announce, Instant now) {
    if (!exists || deletionAsked) {
      return exists ? "REFUSED BEING_DELETED" : "REFUSED UNKNOWN_WORKSPACE";
    }
    boolean first = announce.lead().equals(FIRST_WARNING);
    Instant last = first ? end().minus(LAST_WARNING) : end();
    boolean said = announced.equals(LAST_WARNING) || announced.equals(announce.lead());
    if (announce.incarnation() != life
        || !announce.end().equals(end())
        || said
        || !now.isBefore(last)) {
      return "REFUSED NOT_ANNOUNCED";
    }
    announced = announce.lead();
    return "ANNOUNCED";
  }

  private String revive(Command.Revive revive, Instant now) {
    if (exists || life == 0) {
      return deletionAsked
          ? "REFUSED BEING_DELETED"
          : exists ? "REFUSED NOT_REVIVABLE" : "REFUSED UNKNOWN_WORKSPACE";
    }
    if (!expired || !now.isBefore(gone.plus(Duration.ofDays(GRACE_DAYS)))) {
      return "REFUSED NOT_REVIVABLE";
    }
    boolean saysWhen = !(revive.expiry() instanceof ExpiryRequest.Unspecified);
    if (saysWhen && !allowed(instant(revive.expiry()), now)) {
      return "REFUSED INVALID";
    }
    expiry = saysWhen ? instant(revive.expiry()) : day(now, 1);
    beginLife();
    begin(revive.id().value(), now);
    return "CREATED";
  }

  private String retry(Command.Retry retry, Instant now) {
    if (!exists || (upToDate && !drifted) || emptied) {
      return exists ? "REFUSED NOTHING_TO_RETRY" : "REFUSED UNKNOWN_WORKSPACE";
    }
    if (attemptOutstanding && !due.isAfter(now)) {
      return "UNCHANGED";
    }
    if (retry.attempt() != 0 && retry.attempt() != attempts) {
      return "REFUSED NOTHING_TO_RETRY";
    }
    begin(retry.id().value(), now);
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

  private boolean isProtected(Instant now) {
    return protectedUntil.isAfter(now);
  }

  private Instant end() {
    return protectedUntil.isAfter(expiry) ? protectedUntil : expiry;
  }

  private void beginLife() {
    life++;
    exists = true;
    protectedUntil = Instant.EPOCH;
    announced = Duration.ZERO;
    expired = false;
    clusterGone = false;
  }

  private String clusterGone(Command.ReportClusterGone report, Instant now) {
    if (!exists) {
      return "REFUSED UNKNOWN_WORKSPACE";
    }
    if (!deletionAsked || !abroad || report.incarnation() != life) {
      return "REFUSED NOT_LEAVING";
    }
    if (emptied || clusterGone) {
      return "UNCHANGED";
    }
    clusterGone = true;
    begin(report.id().value(), now);
    return "CLUSTER_GONE";
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

package dev.helium.provisioner.admission;

import dev.helium.domain.quota.Admissions;
import dev.helium.domain.quota.Claim;
import dev.helium.log.AdmissionLog;
import dev.helium.log.LogUnavailableException;
import dev.helium.log.RequestBatch.Requested;
import dev.helium.log.StandingClaims;
import dev.helium.provisioner.blocking.Blocking;
import dev.helium.provisioner.blocking.LogTurns;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts of one partition's owners while this process owns it, and every answer that is given
 * on them, one after the other. A failed append ends the ownership, and whoever takes the partition
 * next begins with what the log says.
 *
 * <p>Callers block for as long as the log takes to answer.
 */
final class AdmissionPartition {
  private static final Logger LOG = LoggerFactory.getLogger(AdmissionPartition.class);

  private final LogTurns turns = new LogTurns();
  private final AdmissionLog log;
  private final RollFollower events;
  private final Admissions admissions;
  private final Accounts accounts;
  private final Bookkeeping bookkeeping;
  private final AdmissionMeters meters;
  private final InstantSource clock;
  private long answered;

  private AdmissionPartition(
      int number, AdmissionLog log, StandingClaims standing, AdmissionParts parts) {
    this.log = log;
    this.events = parts.events();
    this.admissions = parts.admissions();
    this.accounts =
        new Accounts(number, standing, parts.events().roll(), parts.admissions(), parts.policy());
    this.bookkeeping = new Bookkeeping(number, accounts, this::write);
    this.meters = parts.meters();
    this.clock = parts.clock();
    this.answered = standing.answered();
  }

  /**
   * Takes the partition over. Whoever had it can write no more from here on, and what it had
   * written on the strength of events is on the roll before anything is answered.
   */
  static AdmissionPartition take(int number, AdmissionParts parts) throws LogUnavailableException {
    AdmissionLog log = AdmissionLog.take(parts.settings(), number);
    try {
      StandingClaims standing = Blocking.await(parts.claims(number), AdmissionParts.LONGEST_TAKING);
      AdmissionPartition partition = new AdmissionPartition(number, log, standing, parts);
      partition.begin();
      LOG.atInfo()
          .addKeyValue("partition", number)
          .addKeyValue("claims", standing.claims().size())
          .log("took a partition of the admissions");
      return partition;
    } catch (LogUnavailableException | RuntimeException failure) {
      log.close();
      throw failure;
    }
  }

  private void begin() throws LogUnavailableException {
    events.watch(bookkeeping);
    try {
      Blocking.await(events.upToNow(), AdmissionParts.LONGEST_TAKING);
    } catch (LogUnavailableException failure) {
      events.unwatch(bookkeeping);
      throw failure;
    }
    bookkeeping.open();
  }

  /** True when nothing can be answered here any more. */
  boolean isOver() {
    return turns.isOver();
  }

  /** Ends the ownership: what comes after is somebody else's to answer. */
  void give() {
    turns.end(
        () -> {
          events.unwatch(bookkeeping);
          log.close();
        });
  }

  /** Answers requests in their order, and appends all that follows at once. */
  void answer(List<Requested> requests) throws LogUnavailableException {
    exclusively(
        () -> {
          // What comes again after a crash has its answer already.
          List<Requested> open =
              requests.stream().filter(request -> request.offset() > answered).toList();
          if (open.isEmpty()) {
            return;
          }
          Answers answers = answers(open);
          if (answers.denied() > 0) {
            // Nobody is to hear no for what has been given back already.
            Blocking.await(events.upToNow(), AdmissionParts.LONGEST_REFRESH);
            answers = answers(open);
          }
          append(answers, open.getLast().offset());
        });
  }

  private Answers answers(List<Requested> requests) {
    Answers answers = new Answers(accounts::of);
    // No finer than what every reader of the log can hold.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (Requested request : requests) {
      // Before the workspace is looked at: what is decided meanwhile still counts as reserved.
      Map<String, Claim> account = answers.account(request.owner());
      answers.add(
          request,
          admissions.answer(
              request.wanted(),
              request.owner(),
              events.roll().workspace(request.command().workspace()),
              account,
              now));
    }
    return answers;
  }

  private void append(Answers answers, long newest) throws LogUnavailableException {
    Written written = new Written();
    log.append(answers.commands(), offsets -> written.keep(answers.placed(offsets)), newest);
    answered = newest;
    accounts.logged(written.claims());
    meters.answered(answers);
  }

  private void write(Bookkeeping.Entries entries) throws LogUnavailableException {
    exclusively(
        () -> {
          List<Claim> claims = entries.overdue();
          if (!claims.isEmpty()) {
            log.append(List.of(), ignored -> claims, answered);
            accounts.logged(claims);
          }
        });
  }

  private void exclusively(Blocking.Work work) throws LogUnavailableException {
    try {
      turns.take(work);
    } catch (LogUnavailableException failure) {
      events.unwatch(bookkeeping);
      throw failure;
    }
  }

  /** The claims as they went into the log. */
  private static final class Written {
    private List<Claim> claims = List.of();

    List<Claim> keep(List<Claim> placed) {
      claims = placed;
      return placed;
    }

    List<Claim> claims() {
      return claims;
    }
  }
}

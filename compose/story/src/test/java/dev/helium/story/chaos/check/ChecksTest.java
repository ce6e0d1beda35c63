package dev.helium.story.chaos.check;

import static dev.helium.story.chaos.Journals.LATER;
import static dev.helium.story.chaos.Journals.START;
import static dev.helium.story.chaos.Journals.created;
import static dev.helium.story.chaos.Journals.deleted;
import static dev.helium.story.chaos.Journals.deletionRequested;
import static dev.helium.story.chaos.Journals.provisioned;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.story.Answer;
import dev.helium.story.chaos.Journals;
import dev.helium.story.chaos.user.Abilities;
import dev.helium.story.chaos.user.Asked;
import dev.helium.story.chaos.user.Asked.Verdict;
import dev.helium.story.chaos.user.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule finds what breaks it, and nothing in a log that is as it should be. */
class ChecksTest {
  private static final String PERSON = "user-1.1";

  @Test
  void findNothingInALifeAsItShouldBe() {
    // given
    Journals log = life().takenOver().happened("again", created(2, 3)).sent("again", "user-1.2");

    // when / then
    assertThat(breaches(new OutcomesCheck(), log)).isEmpty();
    assertThat(breaches(new AnswersCheck(), log, asked(Verdict.ACCEPTED))).isEmpty();
    assertThat(breaches(new SequencesCheck(), log)).isEmpty();
    assertThat(breaches(new AttemptsCheck(), log)).isEmpty();
    assertThat(breaches(new LivesCheck(), log)).isEmpty();
  }

  @Test
  void findCommandsDecidedTwiceOrNever() {
    assertThat(breaches(new OutcomesCheck(), life().sent("lost", "user-1.2")))
        .containsExactly("command lost has 0 outcomes");
    assertThat(breaches(new OutcomesCheck(), life().happened("delete", new Event.Unchanged())))
        .containsExactly("command delete has 2 outcomes");
    assertThat(breaches(new OutcomesCheck(), life().happened("nobody's", new Event.Unchanged())))
        .containsExactly("nobody sent the command nobody's");
  }

  @Test
  void findAnswersThatAreNotTrue() {
    assertThat(breaches(new AnswersCheck(), life(), asked(Verdict.UNKNOWN)))
        .singleElement()
        .asString()
        .contains("was answered UNKNOWN, but the log says");
    assertThat(breaches(new AnswersCheck(), new Journals(), asked(Verdict.ACCEPTED)))
        .singleElement()
        .asString()
        .endsWith("the log says []");
    assertThat(breaches(new AnswersCheck(), life().sent("twice", PERSON), asked(Verdict.ACCEPTED)))
        .singleElement()
        .asString()
        .contains("became 2 commands");
  }

  @Test
  void findRequestsWithoutAnAnswerAndWithTwoAndWithAFault() {
    Asked silent = asked(Optional.empty(), Optional.empty(), 0);
    Asked changing = asked(Optional.of(Verdict.ACCEPTED), Optional.of(Verdict.CONFLICT), 0);
    Asked faulty = asked(Optional.of(Verdict.ACCEPTED), Optional.empty(), 2);

    assertThat(breaches(new AnswersCheck(), life(), silent)).hasSize(1);
    assertThat(breaches(new AnswersCheck(), life(), changing))
        .singleElement()
        .asString()
        .endsWith("was answered ACCEPTED and then CONFLICT");
    assertThat(breaches(new AnswersCheck(), life(), faulty))
        .singleElement()
        .asString()
        .endsWith("was answered 500, 2 times");
  }

  @Test
  void findGapsAndRepetitionsAndOwnersThatWereReplaced() {
    assertThat(breaches(new SequencesCheck(), life().numbered(8, "x", new Event.Unchanged())))
        .containsExactly("provisioner of chaos-01: at place 6 stands number 8");
    assertThat(breaches(new SequencesCheck(), life().numbered(5, "x", new Event.Unchanged())))
        .containsExactly(
            "provisioner of chaos-01: at place 6 stands number 5",
            "event chaos-01/provisioner/5 is there more than once");
    assertThat(
            breaches(
                new SequencesCheck(),
                life()
                    .takenOver()
                    .happened("x", new Event.Unchanged())
                    .wokeUp()
                    .happened("y", new Event.Unchanged())))
        .containsExactly("event chaos-01/provisioner/7 was written with fence 1 after 2");
  }

  @Test
  void findEffectsOfAnAttemptThatIsOver() {
    assertThat(
            breaches(
                new AttemptsCheck(),
                new Journals()
                    .happened("create", created(1, 2))
                    .happened("create", provisioned(1))))
        .singleElement()
        .asString()
        .contains("Provisioned of attempt 1, when it was Provisioning[attempt=2");
    assertThat(
            breaches(
                new AttemptsCheck(),
                new Journals()
                    .happened("create", created(1, 1))
                    .happened("create", provisioned(1))
                    .happened("create", provisioned(1))))
        .hasSize(1);
  }

  @Test
  void findWhatIsMadeAfterItsDeletionWasRequested() {
    assertThat(
            breaches(
                new AttemptsCheck(),
                new Journals()
                    .happened("create", created(1, 1))
                    .happened("delete", deletionRequested(2))
                    .happened("create", provisioned(2))))
        .hasSize(2)
        .anyMatch(breach -> breach.contains("Provisioned, when it was Destroying"));
  }

  @Test
  void findNothingInALifeThatIsProtectedShortenedAndBroughtBack() {
    // given
    Journals log =
        new Journals()
            .happened("create", created(1, 1))
            .happened("protect", new Event.Protected(LATER, PERSON, "a demo"))
            .happened("create", provisioned(1))
            .happened("unprotect", new Event.Unprotected(PERSON))
            .happened("shorten", new Event.ExpiryChanged(START, PERSON, ""))
            .happened(
                "expire",
                new Event.DeletionRequested(2, new DeletionReason.Expired(START), "clock"))
            .happened("expire", new Event.Destroyed(2))
            .happened("confirm", deleted(1))
            .happened("revive", created(2, 3));
    // then
    assertThat(breaches(new AttemptsCheck(), log)).isEmpty();
    assertThat(breaches(new LivesCheck(), log)).isEmpty();
  }

  @Test
  void findAProtectionOnTheWayOut() {
    assertThat(
            breaches(
                new AttemptsCheck(),
                new Journals()
                    .happened("create", created(1, 1))
                    .happened("delete", deletionRequested(2))
                    .happened("protect", new Event.Protected(LATER, PERSON, "a demo"))))
        .singleElement()
        .asString()
        .contains("Protected, when it was Destroying");
  }

  @Test
  void findLivesWithoutAReceiptAndReceiptsWithoutALife() {
    assertThat(
            breaches(
                new LivesCheck(),
                new Journals()
                    .happened("create", created(1, 1))
                    .happened("delete", deletionRequested(2))))
        .containsExactly("chaos-01: life 1 has no receipt");
    assertThat(breaches(new LivesCheck(), life().happened("confirm", deleted(1))))
        .containsExactly("chaos-01/provisioner/6: a receipt for life 1 in life 1");
  }

  @Test
  void findFilesOfAWorkspaceThatIsGone(@TempDir Path state) throws IOException {
    // given
    Path locks = Files.createDirectories(state.resolve("locks").resolve("chaos-01"));
    Evidence evidence = evidence(life(), List.of(), state);
    assertThat(breaches(new StateFolderCheck(), evidence)).isEmpty();

    // when
    Files.createFile(state.resolve("chaos-01.json"));
    Files.createFile(locks.resolve("held.json"));

    // then
    assertThat(breaches(new StateFolderCheck(), evidence))
        .containsExactly(
            "chaos-01.json is left of a workspace that is gone",
            "locks/chaos-01/held.json is held by nobody");
  }

  @Test
  void uploadsMayStayOfOneThatHasExpiredAndOfNoOther(@TempDir Path state) throws IOException {
    // given
    Files.createDirectories(state.resolve("uploads").resolve("chaos-01"));
    Journals expired =
        new Journals()
            .happened("create", created(1, 1))
            .happened(
                "expire",
                new Event.DeletionRequested(2, new DeletionReason.Expired(Instant.EPOCH), "clock"))
            .happened("expire", new Event.Destroyed(2))
            .happened("confirm", deleted(1));

    // when, then
    assertThat(breaches(new StateFolderCheck(), evidence(expired, List.of(), state))).isEmpty();
    assertThat(breaches(new StateFolderCheck(), evidence(life(), List.of(), state)))
        .containsExactly("uploads/chaos-01 is left of a workspace that is gone");
  }

  private static Journals life() {
    return new Journals()
        .sent("create", PERSON)
        .happened("create", created(1, 1))
        .happened("create", provisioned(1))
        .sent("delete", "user-2.1")
        .happened("delete", deletionRequested(2))
        .happened("delete", new Event.Destroyed(2))
        .sent("confirm", "nobody")
        .happened("confirm", deleted(1));
  }

  private static Asked asked(Verdict verdict) {
    return asked(Optional.of(verdict), Optional.empty(), 0);
  }

  private static Asked asked(Optional<Verdict> answer, Optional<Verdict> again, int faults) {
    return new Asked(Operation.CREATE, PERSON, "chaos-01", 1, answer, again, faults);
  }

  private static List<String> breaches(Check check, Journals log, Asked... asked) {
    return breaches(check, evidence(log, Arrays.asList(asked), Path.of("nowhere")));
  }

  private static List<String> breaches(Check check, Evidence evidence) {
    return check.examine(evidence).stream()
        .flatMap(finding -> finding.breaches().stream())
        .toList();
  }

  private static Evidence evidence(Journals log, List<Asked> asked, Path state) {
    Answer gone = new Answer(404, "", "", MissingNode.getInstance());
    return new Evidence(
        log.journal(),
        log.journal().views(),
        new Abilities(Set.of(Operation.values()), Set.of(Operation.values())),
        asked,
        List.of(),
        Map.of("chaos-01", gone),
        Map.of("chaos-01", gone),
        List.of(),
        Map.of(),
        Path.of("nowhere"),
        state);
  }
}

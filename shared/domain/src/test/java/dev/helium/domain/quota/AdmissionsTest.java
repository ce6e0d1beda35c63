package dev.helium.domain.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Cause;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Ends;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.ExpiryPolicy;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.FieldError;
import dev.helium.domain.LifetimePolicy;
import dev.helium.domain.Receipt;
import dev.helium.domain.RefusalReason;
import dev.helium.domain.Source;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AdmissionsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant EXPIRY = NOW.plus(Duration.ofHours(10));
  private static final WorkspaceId BLUE = new WorkspaceId("blue");
  private static final String CORES = "cores";
  private static final Footprints FOOTPRINTS =
      new Footprints() {
        @Override
        public Footprint of(Command.Create create) {
          return of(create.parameters());
        }

        @Override
        public Footprint of(WorkspaceId workspace, WorkspaceSpec specification) {
          return of(specification.parameters());
        }

        private Footprint of(Map<String, String> parameters) {
          return new Footprint(Long.parseLong(parameters.getOrDefault(CORES, "0")) * 1_000, 0);
        }
      };

  private final Admissions admissions =
      admissions(Map.of(Resource.WORKSPACES, 2L, Resource.CPU, 4_000L, Resource.LIFETIME, 1_800L));

  @Test
  void whatIsGrantedIsReservedUntilItIsDecided() {
    // when
    Verdict verdict = answer(create("c1", "ada", 2), Workspace.absent(BLUE), Map.of());
    // then
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Granted.class,
            granted -> {
              assertThat(granted.claim().living()).isEqualTo(Holding.NONE);
              assertThat(granted.claim().reserved())
                  .containsExactly(
                      new Reservation(
                          new CommandId("c1"),
                          Reservation.NOWHERE,
                          new Holding("namespace", new Footprint(2_000, 0), EXPIRY)));
            });
  }

  @Test
  void allThatIsTooMuchIsSaidAtOnce() {
    // given
    Map<String, Claim> taken = taken("red", "green");
    // when
    Verdict verdict = answer(create("c1", "ada", 5), Workspace.absent(BLUE), taken);
    // then
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Denied.class,
            denied -> {
              assertThat(denied.refusal().reason()).isEqualTo(RefusalReason.QUOTA);
              assertThat(denied.refusal().errors())
                  .containsExactly(
                      new FieldError(
                          "quota", "2 of 2 workspaces are taken; this one would be the 3rd"),
                      new FieldError(
                          "quota", "2 of 4 CPU are taken; this one needs 5, 3 more than is left"));
              assertThat(denied.refusal().detail())
                  .isEqualTo(
                      "2 of 2 workspaces of ada are taken by green and red; this one would be the"
                          + " 3rd. 2 of 4 CPU of ada are taken by green (1) and red (1); this one"
                          + " needs 5, 3 more than is left.");
            });
  }

  @Test
  void theSameCommandIsNotCountedTwice() {
    // given
    Workspace absent = Workspace.absent(BLUE);
    Claim granted = granted(answer(create("c1", "ada", 2), absent, Map.of()));
    // then
    assertThat(answer(create("c1", "ada", 2), absent, Map.of(granted.key(), granted)))
        .isEqualTo(new Verdict.UnderWay());
  }

  @Test
  void whatWasDecidedBeforeIsNotAdmittedAnew() {
    // given a command that was decided, as its events say
    Workspace living = living(1);
    // then it is passed on in a form in which it can make nothing
    assertThat(answer(create("made", "ada", 1), living, Map.of()))
        .isInstanceOf(Verdict.Decided.class);
  }

  @Test
  void anUpdateCountsOnceWithTheMoreOfBoth() {
    // given
    Workspace living = living(3);
    Map<String, Claim> taken = taken("red");
    Claim own = Claim.nothing("ada", BLUE).living(admissions.holding(living));
    taken.put(own.key(), own);
    // when it is made smaller, and then as large as all that is left
    Claim smaller = granted(answer(create("c2", "ada", 1), living, taken));
    // then what it frees is free only when that is decided
    taken.put(own.key(), smaller);
    assertThat(smaller.amount(Resource.CPU, "", NOW)).isEqualTo(3_000);
    assertThat(answer(create("c3", "ada", 4), living, taken)).isInstanceOf(Verdict.Denied.class);
    assertThat(answer(create("c4", "ada", 3), living, taken)).isInstanceOf(Verdict.Granted.class);
  }

  @Test
  void anExtensionBeyondTheLifetimeThatIsLeftIsDenied() {
    // given 10 of 30 hours taken by it, and 10 by another one
    Workspace living = living(1);
    Map<String, Claim> taken = taken("red");
    Claim own = Claim.nothing("ada", BLUE).living(admissions.holding(living));
    taken.put(own.key(), own);
    // then
    assertThat(answer(extend("c2", 20), living, taken)).isInstanceOf(Verdict.Granted.class);
    assertThat(answer(extend("c3", 21), living, taken))
        .isInstanceOfSatisfying(
            Verdict.Denied.class,
            denied ->
                assertThat(denied.refusal().detail())
                    .isEqualTo(
                        "20 h of 30 h lifetime of ada are taken by blue (10 h) and red (10 h);"
                            + " this one needs 21 h instead of 10 h, 1 h more than is left."));
    assertThat(answer(protect("c4", 21), living, taken)).isInstanceOf(Verdict.Denied.class);
  }

  @Test
  void whatFindsNothingToChangeTakesNothing() {
    // given
    Workspace nobodys = Workspace.absent(BLUE);
    // when
    Claim claim =
        granted(admissions.answer(extend("c1", 1), nobodys.createdBy(), nobodys, Map.of(), NOW));
    // then the decider says what is wrong with it
    assertThat(claim.living()).isEqualTo(Holding.NONE);
    assertThat(claim.reserved()).extracting(Reservation::holding).containsExactly(Holding.NONE);
  }

  @Test
  void whatWasDeniedIsNotGrantedBeforeItsDenialIsDecided() {
    // given
    Workspace absent = Workspace.absent(BLUE);
    Map<String, Claim> full = taken("red", "green");
    Claim noted = ((Verdict.Denied) answer(create("c1", "ada", 1), absent, full)).claim();
    // when there is room again
    Map<String, Claim> room = taken("red");
    room.put(noted.key(), noted);
    // then the same command waits for its denial, and another one is granted
    assertThat(answer(create("c1", "ada", 1), absent, room)).isEqualTo(new Verdict.UnderWay());
    assertThat(answer(create("c2", "ada", 1), absent, room)).isInstanceOf(Verdict.Granted.class);
    assertThat(noted.amount(Resource.WORKSPACES, "", NOW)).isZero();
  }

  @Test
  void nothingComesBackWhileItMayBecomeAnother() {
    // given a workspace that is gone, and granted anew
    Workspace gone =
        after(
            after(
                living(1),
                new Event.DeletionRequested(2, new DeletionReason.Requested(), "ada"),
                "leave"),
            new Event.Deleted(new Receipt(1, List.of("gone"), NOW)),
            "gone");
    Command.Revive revive =
        new Command.Revive(new CommandId("c3"), BLUE, "ada", new ExpiryRequest.At(EXPIRY));
    Claim granted = granted(answer(create("c2", "ada", 3), gone, Map.of()));
    // then
    assertThat(answer(revive, gone, Map.of())).isInstanceOf(Verdict.Granted.class);
    assertThat(answer(revive, gone, Map.of(granted.key(), granted)))
        .isInstanceOf(Verdict.Denied.class);
  }

  @Test
  void whatIsAboutToBeThereAgainCanBeExtendedOnlyWithinWhatIsLeft() {
    // given a workspace that is gone, as far as anybody knows, and is granted anew
    Workspace gone =
        after(
            after(
                living(1),
                new Event.DeletionRequested(2, new DeletionReason.Requested(), "ada"),
                "leave"),
            new Event.Deleted(new Receipt(1, List.of("gone"), NOW)),
            "gone");
    Claim granted = granted(answer(create("c2", "ada", 1), gone, Map.of()));
    Map<String, Claim> taken = Map.of(granted.key(), granted);
    // then
    assertThat(granted(answer(extend("c3", 30), gone, taken)).reserved()).hasSize(2);
    assertThat(answer(extend("c4", 31), gone, taken)).isInstanceOf(Verdict.Denied.class);
  }

  @Test
  void whatIsNotOnTheAccountIsNotCountedOnIt() {
    // given a workspace of Ada's
    Workspace living = living(1);
    // then Bob cannot have it counted for himself, nor anybody for Ada when it is Bob's
    assertThat(admissions.answer(create("c2", "bob", 1), "bob", living, Map.of(), NOW))
        .isInstanceOf(Verdict.Denied.class);
    assertThat(
            admissions.answer(create("c2", "bob", 1), "ada", Workspace.absent(BLUE), Map.of(), NOW))
        .isInstanceOf(Verdict.Denied.class);
    assertThat(admissions.answer(create("c2", "bob", 1), "ada", living, Map.of(), NOW))
        .isInstanceOf(Verdict.Granted.class);
  }

  @Test
  void noWorkspaceHasMoreThanAFewCommandsUnderWay() {
    // given
    Claim claim = Claim.nothing("ada", BLUE);
    for (int number = 0; number < Claim.MOST_RESERVED; number++) {
      claim =
          claim.reserving(
              new CommandId("r" + number), new Holding("namespace", Footprint.NONE, EXPIRY));
    }
    // then
    assertThat(answer(create("c1", "ada", 0), Workspace.absent(BLUE), Map.of(claim.key(), claim)))
        .isInstanceOf(Verdict.Denied.class);
  }

  @Test
  void aWorkspaceTakesSomethingUntilItIsProvenGoneAndNotWhileItIsSwept() {
    // given
    Workspace living = living(2);
    Workspace leaving =
        after(
            living, new Event.DeletionRequested(2, new DeletionReason.Requested(), "ada"), "leave");
    Workspace gone =
        after(leaving, new Event.Deleted(new Receipt(1, List.of("gone"), NOW)), "gone");
    Workspace swept =
        after(gone, new Event.DeletionRequested(3, new DeletionReason.Swept(1), ""), "sweep");
    // then
    assertThat(admissions.holding(Workspace.absent(BLUE))).isEqualTo(Holding.NONE);
    assertThat(admissions.holding(living))
        .isEqualTo(new Holding("namespace", new Footprint(2_000, 0), EXPIRY));
    assertThat(admissions.holding(leaving)).isEqualTo(admissions.holding(living));
    assertThat(admissions.holding(gone)).isEqualTo(Holding.NONE);
    assertThat(admissions.holding(swept)).isEqualTo(Holding.NONE);
  }

  @Test
  void nobodyLooksForFootprintsThatNothingLimits() {
    // given footprints that nobody may ask for
    Admissions light =
        new Admissions(
            policy(Map.of(Resource.WORKSPACES, 1L)),
            new Ends(LifetimePolicy.same(new ExpiryPolicy(ZoneOffset.UTC, 1, 90))),
            new Footprints() {
              @Override
              public Footprint of(Command.Create create) {
                throw new AssertionError("asked for");
              }

              @Override
              public Footprint of(WorkspaceId workspace, WorkspaceSpec specification) {
                throw new AssertionError("asked for");
              }
            });
    // then
    assertThat(light.answer(create("c1", "ada", 1), "ada", Workspace.absent(BLUE), Map.of(), NOW))
        .isInstanceOf(Verdict.Granted.class);
    assertThat(light.holding(living(1)).footprint()).isEqualTo(Footprint.NONE);
  }

  private Verdict answer(
      Command.Admissible command, Workspace workspace, Map<String, Claim> claims) {
    return admissions.answer(command, "ada", workspace, claims, NOW);
  }

  private static Claim granted(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Granted.class);
    return ((Verdict.Granted) verdict).claim();
  }

  private static Map<String, Claim> taken(String... names) {
    Map<String, Claim> taken = new HashMap<>();
    for (String name : names) {
      Claim claim =
          Claim.nothing("ada", new WorkspaceId(name))
              .living(new Holding("namespace", new Footprint(1_000, 0), EXPIRY));
      taken.put(claim.key(), claim);
    }
    return taken;
  }

  private static Workspace living(int cores) {
    return after(
        Workspace.absent(BLUE),
        new Event.Created(
            1,
            1,
            new WorkspaceSpec("namespace", Map.of(CORES, Integer.toString(cores)), Map.of()),
            "ada",
            EXPIRY),
        "made");
  }

  private static Workspace after(Workspace workspace, Event event, String command) {
    return workspace.apply(
        new EventRecord(
            BLUE,
            Source.PROVISIONER,
            workspace.sequence() + 1,
            new Cause.Commanded(new CommandId(command)),
            NOW,
            event));
  }

  private static Command.Create create(String id, String requester, int cores) {
    return new Command.Create(
        new CommandId(id),
        BLUE,
        requester,
        "namespace",
        Map.of(CORES, Integer.toString(cores)),
        Map.of(),
        new ExpiryRequest.At(EXPIRY));
  }

  private static Command.Extend extend(String id, int hours) {
    return new Command.Extend(
        new CommandId(id),
        BLUE,
        "ada",
        new ExpiryRequest.At(NOW.plus(Duration.ofHours(hours))),
        "");
  }

  private static Command.Protect protect(String id, int hours) {
    return new Command.Protect(
        new CommandId(id),
        BLUE,
        "ada",
        new ExpiryRequest.At(NOW.plus(Duration.ofHours(hours))),
        "the demo runs");
  }

  private static QuotaPolicy policy(Map<Resource, Long> limits) {
    return new QuotaPolicy(
        QuotaRule.NOTHING_SAID, Map.of("ada", new QuotaRule(new Quota(limits), Map.of())));
  }

  private static Admissions admissions(Map<Resource, Long> limits) {
    return new Admissions(
        policy(limits),
        new Ends(LifetimePolicy.same(new ExpiryPolicy(ZoneOffset.UTC, 1, 90))),
        FOOTPRINTS);
  }
}

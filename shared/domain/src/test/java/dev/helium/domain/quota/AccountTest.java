package dev.helium.domain.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.helium.domain.CommandId;
import dev.helium.domain.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class AccountTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final String OWNER = "ada@example.org";
  private static final long GIB = 1L << 30;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 300);
  }

  @Test
  void theLastPlaceCanBeTakenAndNoneAfterIt() {
    // given
    List<Claim> four = claims(4);
    // then
    assertThat(shortages(Map.of(Resource.WORKSPACES, 5L), four, claim("new", 0, 0, 1))).isEmpty();
    assertThat(sentence(Map.of(Resource.WORKSPACES, 4L), four, claim("new", 0, 0, 1)))
        .isEqualTo(
            "4 of 4 workspaces of ada@example.org are taken by ws-1, ws-2, ws-3 and ws-4; this one"
                + " would be the 5th.");
  }

  @Test
  void ofManyWorkspacesTheFirstAreNamed() {
    assertThat(sentence(Map.of(Resource.WORKSPACES, 22L), claims(22), claim("new", 0, 0, 1)))
        .isEqualTo(
            "22 of 22 workspaces of ada@example.org are taken by ws-1, ws-10, ws-11, ws-12, ws-13"
                + " and 17 more; this one would be the 23rd.");
    assertThat(sentence(Map.of(Resource.WORKSPACES, 1L), claims(1), claim("new", 0, 0, 1)))
        .contains("are taken by ws-1; this one would be the 2nd.");
  }

  @Test
  void whereNothingMayBeTakenNothingIsNamed() {
    assertThat(sentence(Map.of(Resource.WORKSPACES, 0L), List.of(), claim("new", 0, 0, 1)))
        .isEqualTo("0 of 0 workspaces of ada@example.org are taken; this one would be the 1st.");
  }

  @Test
  void amountsAreSaidWithoutRounding() {
    // given
    List<Claim> taken =
        List.of(claim("small", 500, 2 * GIB, 24), claim("large", 2_000, 3 * GIB, 100));
    // then
    assertThat(sentence(Map.of(Resource.CPU, 3_000L), taken, claim("new", 1_250, 0, 1)))
        .isEqualTo(
            "2.5 of 3 CPU of ada@example.org are taken by large (2) and small (0.5); this one needs"
                + " 1.25, 0.75 more than is left.");
    assertThat(sentence(Map.of(Resource.MEMORY, 6 * GIB), taken, claim("new", 0, GIB + 1024, 1)))
        .isEqualTo(
            "5 GiB of 6 GiB memory of ada@example.org are taken by large (3 GiB) and small (2 GiB);"
                + " this one needs 1048577 KiB, 1 KiB more than is left.");
    assertThat(sentence(Map.of(Resource.LIFETIME, 150 * 60L), taken, claim("new", 0, 0, 27)))
        .isEqualTo(
            "124 h of 150 h lifetime of ada@example.org are taken by large (100 h) and small"
                + " (24 h); this one needs 27 h, 1 h more than is left.");
  }

  @Test
  void anUpdateTakesThePlaceOfWhatItsWorkspaceHas() {
    // given
    List<Claim> taken = List.of(claim("first", 1_000, 0, 1), claim("second", 1_000, 0, 1));
    Map<Resource, Long> limits = Map.of(Resource.WORKSPACES, 2L, Resource.CPU, 2_500L);
    // then
    assertThat(shortages(limits, taken, claim("second", 1_500, 0, 1))).isEmpty();
    assertThat(sentence(limits, taken, claim("second", 1_501, 0, 1)))
        .isEqualTo(
            "2 of 2.5 CPU of ada@example.org are taken by first (1) and second (1); this one needs"
                + " 1.501 instead of 1, 0.001 more than is left.");
  }

  @Test
  void whatTakesNoMoreThanBeforeIsNeverTooMuch() {
    // given a limit that is lower by now than what is taken
    List<Claim> taken = List.of(claim("first", 3_000, 0, 1), claim("second", 1_000, 0, 1));
    Map<Resource, Long> limits = Map.of(Resource.WORKSPACES, 1L, Resource.CPU, 2_000L);
    // then
    assertThat(shortages(limits, taken, claim("first", 3_000, 0, 1))).isEmpty();
    assertThat(shortages(limits, taken, claim("first", 2_000, 0, 1))).isEmpty();
    assertThat(shortages(limits, taken, claim("first", 3_001, 0, 1)))
        .extracting(shortage -> shortage.limit().resource())
        .containsExactly(Resource.CPU);
  }

  @Test
  void allLimitsHaveToBeKeptThoseOfItsBackendToo() {
    // given
    QuotaRule rule =
        new QuotaRule(
            new Quota(Map.of(Resource.WORKSPACES, 2L)),
            Map.of(
                "namespace", new Quota(Map.of(Resource.WORKSPACES, 1L)),
                "posthog", new Quota(Map.of(Resource.WORKSPACES, 0L))));
    Account account = new Account(OWNER, rule, List.of(claim("first", 0, 0, 1)), NOW);
    // when
    List<Shortage> shortages = account.shortages(claim("second", 0, 0, 1));
    // then
    assertThat(shortages)
        .extracting(Shortage::sentence)
        .containsExactly(
            "1 of 1 workspaces of ada@example.org made by namespace are taken by first; this one"
                + " would be the 2nd.");
    assertThat(shortages.getFirst().rule())
        .isEqualTo("1 of 1 workspaces made by namespace are taken; this one would be the 2nd");
    assertThat(account.limits())
        .extracting(Limit::backend, Limit::most, Limit::taken, Limit::left)
        .containsExactly(
            tuple("", 2L, 1L, 1L), tuple("namespace", 1L, 1L, 0L), tuple("posthog", 0L, 0L, 0L));
  }

  @Test
  void asLongAsNobodyKnowsWhatBecomesOfACommandTheMostCounts() {
    // given a workspace that is being made larger, and shorter-lived
    Claim living = claim("first", 1_000, 0, 10);
    Claim both = living.reserving(new CommandId("c"), holding(2_000, 0, 5));
    // then
    assertThat(both.amount(Resource.WORKSPACES, "", NOW)).isEqualTo(1);
    assertThat(both.amount(Resource.CPU, "", NOW)).isEqualTo(2_000);
    assertThat(both.amount(Resource.LIFETIME, "", NOW)).isEqualTo(600);
    // and when it is decided, what came of it
    Claim placed = both.placed(new CommandId("c"), 7);
    assertThat(placed.decidedUpTo(6)).isEqualTo(placed);
    assertThat(placed.decidedUpTo(7)).isEqualTo(living);
    assertThat(placed.living(Holding.NONE).decidedUpTo(7).isNothing()).isTrue();
    // and one that is not in the log yet is never decided
    assertThat(both.decidedUpTo(Long.MAX_VALUE - 1)).isEqualTo(both);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "59,1", "60,1", "61,2", "3600,60", "-5,0"})
  void aMinuteThatHasBegunCountsWhole(long seconds, long minutes) {
    assertThat(
            new Holding("namespace", Footprint.NONE, NOW.plusSeconds(seconds))
                .amount(Resource.LIFETIME, NOW))
        .isEqualTo(minutes);
    assertThat(
            new Holding("namespace", Footprint.NONE, NOW.plusSeconds(seconds).plusNanos(1))
                .amount(Resource.LIFETIME, NOW))
        .isGreaterThanOrEqualTo(minutes);
  }

  @Test
  void noSumGrowsBeyondWhatCanBeCounted() {
    // given
    List<Claim> taken =
        List.of(claim("first", Long.MAX_VALUE, 0, 1), claim("second", Long.MAX_VALUE, 0, 1));
    // then
    assertThat(sentence(Map.of(Resource.CPU, 1L), taken, claim("new", 1, 0, 1)))
        .startsWith("9223372036854775.807 of 0.001 CPU");
    assertThat(new Holding("namespace", Footprint.NONE, Instant.MAX).amount(Resource.LIFETIME, NOW))
        .isPositive();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsGrantedFitsAndWhatIsNotDoesNot(long seed) {
    // given
    Random random = new Random(seed);
    Map<Resource, Long> limits = new EnumMap<>(Resource.class);
    Arrays.stream(Resource.values())
        .filter(ignored -> random.nextInt(3) > 0)
        .forEach(resource -> limits.put(resource, (long) random.nextInt(6_000)));
    List<Claim> claims = new ArrayList<>();
    for (int step = 0; step < 40; step++) {
      Claim wanted =
          claim(
              "ws-" + random.nextInt(8),
              random.nextInt(1_000),
              random.nextInt(1_000),
              random.nextInt(1, 30));
      // when
      List<Shortage> shortages = shortages(limits, claims, wanted);
      List<Claim> after = new ArrayList<>(claims);
      after.removeIf(claim -> claim.workspace().equals(wanted.workspace()));
      after.add(wanted);
      // then
      for (Resource resource : limits.keySet()) {
        boolean broken =
            sum(after, resource) > limits.get(resource)
                && sum(after, resource) > sum(claims, resource);
        assertThat(shortages.stream().anyMatch(each -> each.limit().resource() == resource))
            .isEqualTo(broken);
      }
      if (shortages.isEmpty()) {
        claims = after;
      }
      for (Map.Entry<Resource, Long> limit : limits.entrySet()) {
        assertThat(sum(claims, limit.getKey())).isLessThanOrEqualTo(limit.getValue());
      }
    }
  }

  private static long sum(List<Claim> claims, Resource resource) {
    return claims.stream().mapToLong(claim -> claim.amount(resource, "", NOW)).sum();
  }

  private static List<Claim> claims(int number) {
    return IntStream.rangeClosed(1, number).mapToObj(each -> claim("ws-" + each, 0, 0, 1)).toList();
  }

  private static String sentence(Map<Resource, Long> limits, List<Claim> taken, Claim wanted) {
    List<Shortage> shortages = shortages(limits, taken, wanted);
    assertThat(shortages).hasSize(1);
    return shortages.getFirst().sentence();
  }

  private static List<Shortage> shortages(
      Map<Resource, Long> limits, List<Claim> taken, Claim wanted) {
    return new Account(OWNER, new QuotaRule(new Quota(limits), Map.of()), taken, NOW)
        .shortages(wanted);
  }

  private static Claim claim(String workspace, long millicores, long bytes, int hours) {
    return Claim.nothing(OWNER, new WorkspaceId(workspace))
        .living(holding(millicores, bytes, hours));
  }

  private static Holding holding(long millicores, long bytes, int hours) {
    return new Holding(
        "namespace", new Footprint(millicores, bytes), NOW.plus(Duration.ofHours(hours)));
  }
}

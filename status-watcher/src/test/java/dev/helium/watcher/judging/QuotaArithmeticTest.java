package dev.helium.watcher.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuotaArithmeticTest {
  private static final Random RANDOM = new Random(20260601);
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "requests.cpu=500m | requests.cpu=7800m | requests.cpu=8 |"
            + " needs 500m of CPU; 7800m of 8000m are taken",
        "limits.memory=1Gi | limits.memory=7680Mi | limits.memory=8Gi |"
            + " needs 1Gi of memory limit; 7680Mi of 8Gi are taken",
        "pods=1 | pods=10 | pods=10 | needs 1 of pods; 10 of 10 are taken",
        "cpu=1,memory=2Gi | cpu=4,memory=0 | cpu=4,memory=1Gi |"
            + " needs 1 of CPU; 4 of 4 are taken; needs 2Gi of memory; 0 of 1Gi are taken",
        "count/jobs.batch=1 | count/jobs.batch=3 | count/jobs.batch=3 |"
            + " needs 1 of count/jobs.batch; 3 of 3 are taken"
      })
  void saysInPlainWordsWhatIsMissing(String requested, String used, String limited, String words) {
    assertThat(
            QuotaArithmetic.of(
                    "pods \"web-1\" is forbidden: exceeded quota: team, requested: %s, used: %s, limited: %s"
                        .formatted(requested, used, limited))
                .map(QuotaArithmetic::inWords))
        .contains("quota team: " + words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "exceeded quota: team",
        "exceeded quota: team, requested: , used: , limited: ",
        "exceeded quota: team, requested: cpu=1, used: memory=1, limited: cpu=1",
        "exceeded quota: team, requested: cpu=1, used: cpu=",
        "failed quota: team: must specify limits.cpu for: web"
      })
  void takesNothingFromWhatIsNoArithmetic(String message) {
    assertThat(QuotaArithmetic.of(message)).isEmpty();
  }

  @Test
  void findsEveryAmountInWhateverIsSaidAroundIt() {
    for (int round = 0; round < 2_000; round++) {
      // given
      String quota = name();
      List<Shortage> shortages = new ArrayList<>();
      for (int index = 0; index <= RANDOM.nextInt(4); index++) {
        shortages.add(new Shortage(name() + "." + index, amount(), amount(), amount()));
      }
      String message =
          noise()
              + "exceeded quota: %s, requested: %s, used: %s, limited: %s"
                  .formatted(
                      quota,
                      list(shortages, Shortage::needed),
                      list(shortages, Shortage::used),
                      list(shortages, Shortage::limited));
      // then
      assertThat(QuotaArithmetic.of(message)).contains(new QuotaArithmetic(quota, shortages));
    }
  }

  @Test
  void neverFailsWhereverAMessageIsCut() {
    String whole =
        "exceeded quota: team, requested: cpu=1,memory=2Gi, used: cpu=4,memory=1Gi, limited:"
            + " cpu=4,memory=2Gi";
    for (int end = 0; end <= whole.length(); end++) {
      QuotaArithmetic.of(whole.substring(0, end))
          .ifPresent(
              arithmetic -> assertThat(arithmetic.inWords()).startsWith("quota team: needs"));
    }
  }

  private static String list(List<Shortage> shortages, Function<Shortage, String> amount) {
    return shortages.stream()
        .map(shortage -> shortage.resource() + "=" + amount.apply(shortage))
        .collect(Collectors.joining(","));
  }

  private static String name() {
    return RANDOM
        .ints(1 + RANDOM.nextInt(10), 0, LETTERS.length())
        .mapToObj(index -> LETTERS.substring(index, index + 1))
        .collect(Collectors.joining());
  }

  private static String amount() {
    return RANDOM.nextInt(100_000) + List.of("", "m", "Mi", "Gi", "k").get(RANDOM.nextInt(5));
  }

  private static String noise() {
    return RANDOM.nextBoolean() ? "" : "pods \"" + name() + "\" is forbidden: ";
  }
}

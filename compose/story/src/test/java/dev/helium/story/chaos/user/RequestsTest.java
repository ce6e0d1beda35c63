package dev.helium.story.chaos.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequestsTest {
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final int MANY = 500;

  @Test
  void followFromTheSeed() {
    assertThat(requests(1)).isEqualTo(requests(1)).isNotEqualTo(requests(2));
  }

  @Test
  void areOfEveryKindAndOfNoOtherNames() {
    assertThat(requests(1)).extracting(Request::operation).contains(Operation.values());
    assertThat(requests(1)).extracting(Request::name).isSubsetOf(Users.names());
    assertThat(requests(1)).extracting(Request::person).doesNotHaveDuplicates();
  }

  @Test
  void askForLivesThatEndSoon() {
    assertThat(requests(1))
        .filteredOn(request -> request.fields().getOrDefault("expiry", "").contains("T"))
        .isNotEmpty()
        .allMatch(
            request -> Instant.parse(request.fields().get("expiry")).isBefore(NOW.plusSeconds(10)));
  }

  @Test
  void protectForAWhileOrForDaysAndSayWhy() {
    List<Request> protections =
        requests(1).stream().filter(request -> request.operation() == Operation.PROTECT).toList();
    assertThat(protections).allMatch(request -> !request.fields().get("why").isEmpty());
    assertThat(protections)
        .extracting(request -> request.fields().get("until").contains("T"))
        .contains(true, false);
  }

  private static List<Request> requests(long seed) {
    Requests requests =
        new Requests(new Random(seed), "user", Users.names(), InstantSource.fixed(NOW));
    return Stream.generate(requests::next).limit(MANY).toList();
  }
}

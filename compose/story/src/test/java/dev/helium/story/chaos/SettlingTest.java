package dev.helium.story.chaos;

import static dev.helium.story.chaos.Journals.LATER;
import static dev.helium.story.chaos.Journals.START;
import static dev.helium.story.chaos.Journals.created;
import static dev.helium.story.chaos.Journals.deleted;
import static dev.helium.story.chaos.Journals.deletionRequested;
import static dev.helium.story.chaos.Journals.provisioned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Event;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlingTest {
  private final Journals log = new Journals();

  @Test
  void waitsForADecision() {
    log.sent("create", "user");
    assertThat(unsettled(START))
        .containsExactly("chaos-01 waits for the decision about Create create");
  }

  @Test
  void waitsForAttemptsReadinessReceiptsAndExpiriesThatAreNear() {
    log.happened("create", created(1, 1));
    assertThat(unsettled(START)).singleElement().asString().contains("is being made");
    log.happened("create", provisioned(1));
    assertThat(unsettled(START)).containsExactly("chaos-01 has not been looked at");
    assertThat(unsettled(LATER)).containsExactly("chaos-01 ends at " + LATER);
    log.happened("delete", deletionRequested(2));
    assertThat(unsettled(START)).singleElement().asString().contains("is being destroyed");
    log.happened("delete", new Event.Destroyed(2));
    assertThat(unsettled(START)).containsExactly("chaos-01 waits for its receipt");
    log.happened("confirm", deleted(1));
    assertThat(unsettled(START)).isEmpty();
  }

  @Test
  void waitsForTheEndOfAProtectionInPlaceOfTheExpiry() {
    log.happened("create", created(1, 1)).happened("create", provisioned(1));
    // when it is protected for long
    log.happened("protect", new Event.Protected(LATER.plusSeconds(3_600), "user", "a demo"));
    assertThat(unsettled(LATER)).containsExactly("chaos-01 has not been looked at");
    // when it is not any more
    log.happened("unprotect", new Event.Unprotected("user"));
    assertThat(unsettled(LATER)).containsExactly("chaos-01 ends at " + LATER);
  }

  private List<String> unsettled(Instant now) {
    return Settling.unsettled(log.journal(), now);
  }
}

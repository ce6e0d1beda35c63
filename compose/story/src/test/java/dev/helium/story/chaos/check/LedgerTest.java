package dev.helium.story.chaos.check;

import static dev.helium.story.chaos.Journals.LATER;
import static dev.helium.story.chaos.Journals.created;
import static dev.helium.story.chaos.Journals.deleted;
import static dev.helium.story.chaos.Journals.deletionRequested;
import static dev.helium.story.chaos.Journals.provisioned;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.helium.domain.Event;
import dev.helium.story.Answer;
import dev.helium.story.chaos.Journals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LedgerTest {
  /** Who creates in made-up logs. */
  private static final String OWNER = "user";

  private static final String NAME = "chaos-01";
  private static final Instant NOW = LATER.minusSeconds(90);

  private final Journals log =
      new Journals().happened("create", created(1, 1)).happened("create", provisioned(1));

  @Test
  void agreesWhereWhatLivesIsClaimedWithItsMinutesBegun() {
    assertThat(difference(claimed(1, 2))).isEmpty();
  }

  @Test
  void findsClaimsOfWhatDoesNotLive() {
    // given
    log.happened("delete", deletionRequested(2))
        .happened("delete", new Event.Destroyed(2))
        .happened("confirm", deleted(1));
    // then
    assertThat(difference(claimed(1, 2)))
        .isEqualTo(
            "user: the ledger has {lifetime={chaos-01=2}, workspaces={chaos-01=1}},"
                + " and there is {lifetime={}, workspaces={}}");
    assertThat(difference(nothing())).isEmpty();
  }

  @Test
  void findsWhatLivesAndIsNotClaimedOrForAnotherTime() {
    assertThat(difference(nothing())).contains("and there is").contains(NAME);
    assertThat(difference(claimed(1, 60))).contains("the ledger has {lifetime={chaos-01=60}");
    log.happened("extend", new Event.ExpiryChanged(LATER.plusSeconds(3_600), OWNER, ""));
    assertThat(difference(claimed(1, 62))).isEmpty();
  }

  @Test
  void findsOwnersWithoutAnAnswerOrWithoutQuotas() {
    assertThat(difference(new Answer(503, "", "", MissingNode.getInstance())))
        .isEqualTo("user: is answered with 503");
    assertThat(difference(told(""))).contains("the ledger has {}");
  }

  private String difference(Answer told) {
    return Ledger.of(log.journal().views().values()).difference(OWNER, told).orElse("");
  }

  private static Answer claimed(int workspaces, int minutes) {
    return told(quota("workspaces", share(workspaces)) + ", " + quota("lifetime", share(minutes)));
  }

  private static Answer nothing() {
    return told(quota("workspaces", "") + ", " + quota("lifetime", ""));
  }

  private static String quota(String resource, String takenBy) {
    return """
    {"Resource": "%s", "TakenBy": [%s]}\
    """
        .formatted(resource, takenBy);
  }

  private static String share(int amount) {
    return """
    {"ID": "%s", "Amount": %d}\
    """
        .formatted(NAME, amount);
  }

  private static Answer told(String quotas) {
    String body =
        """
        {"Owner": "user", "Quotas": [%s], "AsOf": "%s"}\
        """
            .formatted(quotas, NOW);
    try {
      return new Answer(200, "application/json", "", new ObjectMapper().readTree(body));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

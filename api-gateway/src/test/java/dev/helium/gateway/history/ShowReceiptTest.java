package dev.helium.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.Holdup;
import dev.helium.domain.Proof;
import dev.helium.domain.Receipt;
import dev.helium.domain.WorkspaceView;
import dev.helium.gateway.http.ProblemException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShowReceiptTest {
  private static final Instant NOW = Instant.parse("2026-03-04T05:00:00Z");

  private final Events events = new Events();

  private WorkspaceView requested() {
    return events
        .and(Events.created(1, 1))
        .and(new Event.DeletionRequested(2, new DeletionReason.Requested(), "ann"))
        .view();
  }

  @Test
  void aReceiptSaysWhereWasSearchedAndHowLongAllTook() {
    // given
    requested();
    events
        .and(new Event.Destroyed(2))
        .and(
            new Event.Deleted(
                new Receipt(
                    1,
                    List.of("gone"),
                    NOW,
                    new Proof(
                        NOW.minusSeconds(9),
                        NOW.minusSeconds(2),
                        List.of("Pod"),
                        List.of("Secret")))));
    // when
    JsonObject receipt = ShowReceipt.json(events.view()).getJsonObject("Receipt");
    // then
    assertThat(receipt.getJsonArray("Swept")).isEqualTo(new JsonArray().add("Pod"));
    assertThat(receipt.getJsonArray("Unlisted")).isEqualTo(new JsonArray().add("Secret"));
    assertThat(receipt.getString("Destroying")).isEqualTo("PT7S");
    assertThat(receipt.getString("Proving")).isEqualTo("PT2S");
    assertThat(receipt.getString("Took")).isEqualTo("PT9S");
  }

  @Test
  void anOlderReceiptLeavesOutWhatItDoesNotSay() {
    // given
    requested();
    events.and(new Event.Destroyed(2)).and(new Event.Deleted(new Receipt(1, List.of("gone"), NOW)));
    // when
    JsonObject receipt = ShowReceipt.json(events.view()).getJsonObject("Receipt");
    // then
    assertThat(receipt.fieldNames())
        .containsExactlyInAnyOrder(
            "ID", "Incarnation", "Evidence", "ConfirmedAt", "Swept", "Unlisted");
  }

  @Test
  void beforeThatItIsSaidWhyThereIsNone() {
    refuses("There is no receipt. It was never made.");
    events.and(Events.created(1, 1));
    refuses("There is no receipt. It is not deleted.");
    events.and(new Event.DeletionRequested(2, new DeletionReason.Requested(), "ann"));
    refuses("There is no receipt. It is being deleted.");
    events.and(new Event.GaveUp(2, new Failure(FailureKind.DELETION_HELD, "held")));
    refuses("There is no receipt. Its deletion has failed and is attempted again.");
    events.and(new Event.Retried(3, "deletion-controller")).and(new Event.Destroyed(3));
    refuses(
        "There is no receipt. Its stack is empty, and the cluster is searched for anything that is"
            + " left.");
    events.and(new Event.DeletionHeld(1, new Holdup(List.of("a finalizer"), NOW)));
    refuses("There is no receipt. It is not gone yet: a finalizer");
  }

  private void refuses(String detail) {
    WorkspaceView view = events.view();
    assertThatThrownBy(() -> ShowReceipt.json(view))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.problem().kind().status()).isEqualTo(404);
              assertThat(refused.problem().detail()).isEqualTo(detail);
            });
  }
}

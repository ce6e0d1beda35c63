package dev.helium.gateway.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class ListedNamesTest {
  private final ListedNames names = new ListedNames();

  @Test
  void nothingIsAnEmptyList() {
    assertThat(names.answer().toJsonObject().getJsonArray("IDs")).isEmpty();
  }

  @Test
  void namesAreListedInOrder() {
    // when
    names.take("green", true, 1);
    names.take("blue", true, 1);
    names.take("blue-2", true, 4);
    // then
    assertThat(names.answer().toJsonObject().getJsonArray("IDs"))
        .containsExactly("blue", "blue-2", "green");
  }

  @Test
  void whatIsGoneIsNotListedAndMayComeBack() {
    // given
    names.take("blue", true, 1);
    // when
    names.take("blue", false, 5);
    Buffer without = names.answer();
    names.take("blue", true, 6);
    // then
    assertThat(without.toJsonObject().getJsonArray("IDs")).isEmpty();
    assertThat(names.answer().toJsonObject().getJsonArray("IDs")).containsExactly("blue");
  }

  @Test
  void whatIsOlderThanWhatIsKnownChangesNothing() {
    // given
    names.take("blue", false, 5);
    // when
    names.take("blue", true, 4);
    // then
    assertThat(names.answer().toJsonObject().getJsonArray("IDs")).isEmpty();
  }

  @Test
  void theAnswerIsMadeAnewOnlyWhenThereAreOtherNames() {
    // given
    names.take("blue", true, 1);
    Buffer before = names.answer();
    // when
    names.take("blue", true, 2);
    // then
    assertThat(names.answer()).isSameAs(before);
  }
}

package dev.helium.watcher.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.watcher.judging.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class WordsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private final Words words = new Words(10);

  @Test
  void theNewestWordOnATopicStands() {
    assertThat(words.put(word("web", "FailedMount", NOW))).isTrue();
    assertThat(words.put(word("web", "Pulling", NOW.plusSeconds(1)))).isTrue();
    assertThat(words.put(word("web", "FailedMount", NOW))).isFalse();
    assertThat(words.about(key("web")).get(Topic.STARTING).reason()).isEqualTo("Pulling");
  }

  @Test
  void aRepetitionIsNoNews() {
    words.put(word("web", "FailedMount", NOW));
    assertThat(words.put(word("web", "FailedMount", NOW.plusSeconds(60)))).isFalse();
    assertThat(words.about(key("web")).get(Topic.STARTING).at()).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void remembersAsManyObjectsAsItMay() {
    for (int index = 0; index < 100; index++) {
      words.put(word("web-" + index, "FailedMount", NOW.plusSeconds(index)));
    }
    assertThat(words.size()).isEqualTo(10);
    assertThat(words.about(key("web-89"))).isEmpty();
    assertThat(words.about(key("web-90"))).isNotEmpty();
  }

  @Test
  void forgetsWhatIsOld() {
    words.put(word("old", "FailedMount", NOW));
    words.put(word("new", "FailedMount", NOW.plus(Duration.ofMinutes(61))));
    assertThat(words.about(key("old"))).isEmpty();
    assertThat(words.size()).isEqualTo(1);
  }

  @Test
  void forgetsWhatIsGone() {
    words.put(word("web", "FailedMount", NOW));
    words.forget(key("web"));
    assertThat(words.about(key("web"))).isEmpty();
  }

  private static ObjectKey key(String name) {
    return new ObjectKey("Pod", "demo", name);
  }

  private static Word word(String name, String reason, Instant at) {
    return new Word(key(name), Topic.STARTING, reason, "because", Word.NO_CONTAINER, at);
  }
}

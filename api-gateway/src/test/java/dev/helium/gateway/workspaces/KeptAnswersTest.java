package dev.helium.gateway.workspaces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceVersion;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {
  private static final WorkspaceId ADA = new WorkspaceId("ada");
  private static final WorkspaceId BEN = new WorkspaceId("ben");
  private static final WorkspaceId CYN = new WorkspaceId("cyn");
  private static final long FIRST = 1;
  private static final long SECOND = 2;
  private static final KeptAnswers.Answer ANSWER =
      new KeptAnswers.Answer(
          new EntityTag(new WorkspaceVersion("0123456789abcdef"), FIRST, "01234567", ""),
          Buffer.buffer(new byte[700]));

  @Test
  void keepsAnAnswerForAsLongAsTheViewIsTheSame() {
    // given
    KeptAnswers kept = new KeptAnswers(10_000);
    // when
    kept.keep(ADA, FIRST, ANSWER);
    // then
    assertThat(kept.find(ADA, FIRST)).containsSame(ANSWER);
    assertThat(kept.find(ADA, SECOND)).isEmpty();
    assertThat(kept.find(BEN, FIRST)).isEmpty();
  }

  @Test
  void forgetsWhatNobodyAskedForLongest() {
    // given
    KeptAnswers kept = new KeptAnswers(2_000);
    kept.keep(ADA, FIRST, ANSWER);
    kept.keep(BEN, FIRST, ANSWER);
    kept.find(ADA, FIRST);
    // when
    kept.keep(CYN, FIRST, ANSWER);
    // then
    assertThat(kept.find(ADA, FIRST)).isPresent();
    assertThat(kept.find(BEN, FIRST)).isEmpty();
    assertThat(kept.find(CYN, FIRST)).isPresent();
  }

  @Test
  void countsWhatIsReplacedOnce() {
    // given
    KeptAnswers kept = new KeptAnswers(2_000);
    // when
    for (int version = 0; version < 100; version++) {
      kept.keep(ADA, version, ANSWER);
      kept.keep(BEN, version, ANSWER);
    }
    // then
    assertThat(kept.find(ADA, 99)).isPresent();
    assertThat(kept.find(BEN, 99)).isPresent();
  }
}

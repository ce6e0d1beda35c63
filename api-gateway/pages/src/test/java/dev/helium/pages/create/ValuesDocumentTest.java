package dev.helium.pages.create;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class ValuesDocumentTest {
  @Test
  void whatIsNotYamlIsToldWithItsLineAndWithoutItsText() {
    // when
    ValuesDocument read = ValuesDocument.map("a: 1\nb: [hunter2\n");

    // then
    assertThat(read.isWrong()).isTrue();
    assertThat(read.wrong()).contains("line 3").doesNotContain("hunter2");
  }

  @Test
  void onlyAMapHoldsValuesAndNothingIsAnEmptyOne() {
    assertThat(ValuesDocument.map("- 1").wrong()).startsWith("must be a map of values");
    assertThat(ValuesDocument.map("# nothing\n").value()).isEqualTo(new JsonObject());
  }

  @Test
  void oneNameTwiceIsWrong() {
    assertThat(ValuesDocument.map("a: 1\na: 2").isWrong()).isTrue();
  }

  @Test
  void aliasesAndDepthAndNumberHaveLimits() {
    // given
    StringBuilder laughs = new StringBuilder("a: &a [1,1,1,1,1,1,1,1]\n");
    for (char name = 'b'; name < 'j'; name++) {
      String before = "*" + (char) (name - 1);
      laughs.append(name).append(": &").append(name).append(" [");
      laughs.append(String.join(",", Collections.nCopies(8, before))).append("]\n");
    }

    // then
    assertThat(ValuesDocument.map(laughs.toString()).isWrong()).isTrue();
    assertThat(ValuesDocument.map("[".repeat(5_000)).isWrong()).isTrue();
    assertThat(ValuesDocument.map("a: " + "[".repeat(30) + "]".repeat(30)).wrong())
        .contains("20 levels");
    assertThat(ValuesDocument.map("a:\n" + "- 1\n".repeat(20_001)).wrong())
        .contains("20000 values");
    assertThat(ValuesDocument.map("a: &a [*a]").isWrong()).isTrue();
    assertThat(ValuesDocument.map("a: " + "x".repeat(300_000)).isWrong()).isTrue();
  }

  @Test
  void noTagMakesAnythingButData() {
    // when
    ValuesDocument read = ValuesDocument.map("a: !!javax.script.ScriptEngineManager [1]");

    // then
    assertThat(read.isWrong()).isTrue();
  }
}

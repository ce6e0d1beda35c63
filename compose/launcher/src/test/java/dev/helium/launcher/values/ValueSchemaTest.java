package dev.helium.launcher.values;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ValueSchemaTest {
  @Test
  void saysInWordsWhatAValueIs() throws IOException {
    assertThat(kind("{\"type\":\"integer\",\"minimum\":0,\"maximum\":20}"))
        .isEqualTo("whole number from 0 to 20");
    assertThat(kind("{\"type\":\"integer\",\"minimum\":1}")).isEqualTo("whole number, at least 1");
    assertThat(kind("{\"type\":\"number\",\"maximum\":1}")).isEqualTo("number, at most 1");
    assertThat(kind("{\"type\":[\"string\",\"boolean\"]}")).isEqualTo("text or true or false");
    assertThat(kind("{\"enum\":[\"a\",\"b\"]}")).isEqualTo("one of a, b");
    assertThat(kind("{\"type\":\"object\"}")).isEqualTo("map");
    assertThat(kind("{}")).isEqualTo("anything");
  }

  @Test
  void saysWhatCountsUnlessGiven() throws IOException {
    assertThat(schema("{\"default\":\"50m\"}").otherwise()).isEqualTo("50m");
    assertThat(schema("{\"default\":1}").otherwise()).isEqualTo("1");
    assertThat(schema("{\"default\":[1]}").otherwise()).isEqualTo("[1]");
    assertThat(schema("{}").otherwise()).isEmpty();
  }

  @Test
  void saysWhatMustBeGiven() throws IOException {
    // given
    ValueSchema schema = schema("{\"required\":[\"a\"],\"properties\":{\"a\":{},\"b\":{}}}");

    // then
    assertThat(schema.properties().keySet()).containsExactly("a", "b");
    assertThat(schema.requires("a")).isTrue();
    assertThat(schema.requires("b")).isFalse();
  }

  @Test
  void nothingIsKnownOfWhatNobodyDescribes() {
    assertThat(ValueSchema.unknown().properties()).isEmpty();
    assertThat(ValueSchema.unknown().below("a").types()).isEmpty();
  }

  private static String kind(String json) throws IOException {
    return schema(json).kind();
  }

  private static ValueSchema schema(String json) throws IOException {
    return new ValueSchema(new ObjectMapper().readTree(json));
  }
}

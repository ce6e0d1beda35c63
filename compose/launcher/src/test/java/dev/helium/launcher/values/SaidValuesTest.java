package dev.helium.launcher.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.launcher.console.UserException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SaidValuesTest {
  private static final ValueSchema SCHEMA = schema();

  @Test
  void aWordIsWhatTheSchemaWantsItToBe() {
    assertThat(json("replicas", "3")).isEqualTo("{\"replicas\":3}");
    assertThat(json("share", "0.25")).isEqualTo("{\"share\":0.25}");
    assertThat(json("public", "true")).isEqualTo("{\"public\":true}");
    assertThat(json("image", "8")).isEqualTo("{\"image\":\"8\"}");
    assertThat(json("image", "a=b")).isEqualTo("{\"image\":\"a=b\"}");
    assertThat(json("ports", "80,443")).isEqualTo("{\"ports\":[80,443]}");
    assertThat(json("ports", "[1]")).isEqualTo("{\"ports\":[1]}");
    assertThat(json("limits", "{\"cpu\":1}")).isEqualTo("{\"limits\":{\"cpu\":1}}");
  }

  @Test
  void aWordThatCannotBeWhatIsWantedIsLeftToTheServer() {
    assertThat(json("replicas", "many")).isEqualTo("{\"replicas\":\"many\"}");
    assertThat(json("replicas", "1.5")).isEqualTo("{\"replicas\":\"1.5\"}");
    assertThat(json("public", "yes")).isEqualTo("{\"public\":\"yes\"}");
    assertThat(json("limits", "[1]")).isEqualTo("{\"limits\":\"[1]\"}");
  }

  @Test
  void aWordThatNobodyDescribesIsWhatItLooksLike() {
    assertThat(json("replicsa", "3")).isEqualTo("{\"replicsa\":3}");
    assertThat(json("other", "false")).isEqualTo("{\"other\":false}");
    assertThat(json("other", "007a")).isEqualTo("{\"other\":\"007a\"}");
  }

  @Test
  void dotsLeadIntoMaps() {
    // given
    Map<String, String> said = new LinkedHashMap<>();
    said.put("environment.MODE", "1");
    said.put("limits.cpu", "2");
    said.put("environment.a\\.b", "x");

    // then
    assertThat(SaidValues.of(said, SCHEMA))
        .hasToString("{\"environment\":{\"MODE\":\"1\",\"a.b\":\"x\"},\"limits\":{\"cpu\":2}}");
  }

  @Test
  void whatCannotBeWrittenDownIsRefused() {
    refused("takes up to 20 names", "a..b");
    refused("takes up to 20 names", "");
    refused("takes up to 20 names", "a" + ".a".repeat(20));
    refused("cannot be said, as image has a value of its own", "image", "image.tag");
    refused("is said twice", "limits.cpu", "limits");
  }

  private static void refused(String message, String... paths) {
    Map<String, String> said = new LinkedHashMap<>();
    for (String path : paths) {
      said.put(path, "1");
    }
    assertThatThrownBy(() -> SaidValues.of(said, SCHEMA))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(message);
  }

  private static String json(String path, String word) {
    return SaidValues.of(Map.of(path, word), SCHEMA).toString();
  }

  private static ValueSchema schema() {
    try {
      return new ValueSchema(
          new ObjectMapper()
              .readTree(
                  """
                  {"type":"object","additionalProperties":false,"properties":{
                   "image":{"type":"string"},
                   "replicas":{"type":"integer","minimum":0,"maximum":20},
                   "share":{"type":"number"},
                   "public":{"type":"boolean"},
                   "ports":{"type":"array","items":{"type":"integer"}},
                   "limits":{"type":"object","properties":{"cpu":{"type":"integer"}}},
                   "environment":{"type":"object",
                    "additionalProperties":{"type":["string","number","boolean"]}}}}
                  """));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }
}

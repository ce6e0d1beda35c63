package dev.helium.backends.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.backends.sample.SampleBackend;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class KubernetesArgumentsTest {
  @Test
  void aFieldThatWouldNotBeSentIsRefusedByName() {
    // given
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("apiVersion", "example.com/v1");
    tree.put("kind", "Thing");
    tree.put("metadata", Map.of("name", "one"));
    tree.put("colour", "blue");
    // then
    assertThatThrownBy(() -> new KubernetesArguments(new ObjectTree(tree, true)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Thing/one has fields not known here: [colour]");
  }

  @Test
  void theObjectsOfAProductAreTaken() {
    for (ObjectTree object : MarkedObjects.told(new SampleBackend(), setting())) {
      assertThatCode(() -> new KubernetesArguments(object)).doesNotThrowAnyException();
    }
  }

  @Test
  void numbersAreThoseThatTheSdkTakes() {
    // given
    List<Object> list = new ArrayList<>(List.of(1, 3_000_000_000L, 1.5, true, "x"));
    list.add(null);
    // then
    assertThat(Numbers.forSdk(Map.of("a", list)).toString())
        .isEqualTo("{a=[1, 3.0E9, 1.5, true, x, null]}");
  }

  private static Setting setting() {
    return Samples.setting(new SampleBackend(), "");
  }
}

package dev.helium.engine.property;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.engine.property.PropertyValue.BooleanValue;
import dev.helium.engine.property.PropertyValue.ListValue;
import dev.helium.engine.property.PropertyValue.NullValue;
import dev.helium.engine.property.PropertyValue.NumberValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.ReferenceValue;
import dev.helium.engine.property.PropertyValue.SecretValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import dev.helium.engine.property.PropertyValue.UnknownValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PropertyJsonTest {
  private static final SecretCodec REVERSED =
      new SecretCodec() {
        @Override
        public String encrypt(String plaintext) {
          return "v1:" + new StringBuilder(plaintext).reverse();
        }

        @Override
        public String decrypt(String ciphertext) {
          return new StringBuilder(ciphertext.substring(3)).reverse().toString();
        }
      };

  private final PropertyJson json = new PropertyJson(REVERSED, PropertyJson.Secrets.ENCRYPTED);

  @Test
  void writesWholeNumbersWithoutAPoint() {
    // given
    var value = new ListValue(List.of(new NumberValue(3), new NumberValue(0.5)));
    // when
    var written = json.write(value).toString();
    // then
    assertThat(written).isEqualTo("[3,0.5]");
  }

  @Test
  void encryptsASecretAsAWhole() {
    // given
    var inner = ObjectValue.of(new TreeMap<>(Map.of("a", new TextValue("b"))));
    // when
    var written = json.write(new SecretValue(inner)).toString();
    // then
    assertThat(written)
        .contains(Signatures.SECRET, "\"ciphertext\":\"v1:}")
        .doesNotContain("{\\\"a\\\"");
  }

  @Test
  void readsWhatItWrote() throws Exception {
    // given
    var random = new Random(42);
    for (int round = 0; round < 2000; round++) {
      var value = value(random, 4);
      // when
      var read = json.read(new ObjectMapper().readTree(json.write(value).toString()));
      // then
      assertThat(read).isEqualTo(value);
    }
  }

  private static PropertyValue value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 6)) {
      case 0 -> new NullValue();
      case 1 -> new BooleanValue(random.nextBoolean());
      case 2 -> new NumberValue(random.nextInt(1000) / 4.0);
      case 3 -> new TextValue(text(random));
      case 4 -> new UnknownValue();
      case 5 -> new ReferenceValue("urn:" + text(random), text(random), text(random));
      case 6 -> new SecretValue(value(random, depth - 1));
      case 7 -> {
        var elements = new ArrayList<PropertyValue>();
        for (int count = random.nextInt(4); count > 0; count--) {
          elements.add(value(random, depth - 1));
        }
        yield new ListValue(elements);
      }
      default -> {
        var fields = new TreeMap<String, PropertyValue>();
        for (int count = random.nextInt(4); count > 0; count--) {
          fields.put(text(random), value(random, depth - 1));
        }
        yield new ObjectValue(fields);
      }
    };
  }

  private static String text(Random random) {
    return "t" + random.nextInt(50) + "\"\\\nü";
  }
}

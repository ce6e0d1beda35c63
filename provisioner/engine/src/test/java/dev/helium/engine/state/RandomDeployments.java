package dev.helium.engine.state;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.BooleanValue;
import dev.helium.engine.property.PropertyValue.ListValue;
import dev.helium.engine.property.PropertyValue.NullValue;
import dev.helium.engine.property.PropertyValue.NumberValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.ReferenceValue;
import dev.helium.engine.property.PropertyValue.SecretValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import dev.helium.engine.property.PropertyValue.UnknownValue;
import dev.helium.engine.property.SecretCodec;
import dev.helium.engine.property.Signatures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Deployments with every field and every kind of value, from a seed. */
final class RandomDeployments {
  /** Encrypts by turning the text around. */
  static final SecretCodec REVERSED =
      new SecretCodec() {
        @Override
        public String encrypt(String plaintext) {
          return "v1:" + new StringBuilder(plaintext).reverse();
        }

        @Override
        public String decrypt(String ciphertext) {
          if (!ciphertext.startsWith("v1:")) {
            throw new IllegalArgumentException("a secret is not of a known form");
          }
          return new StringBuilder(ciphertext.substring(3)).reverse().toString();
        }
      };

  private static final double[] NUMBERS = {
    0,
    -0.0,
    1,
    -1,
    0.1,
    1e21,
    1e20,
    1e-6,
    1e-7,
    123456789012345680000d,
    0x1p53,
    -0x1p62,
    1.5e300,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };
  private static final String[] TEXTS = {
    "", "a", "ü€😀", "\"\\/\b\f\n\r\t\u0000\u001f", "\u2028<&>", "4dabf18193072939515e22adb298388d "
  };

  private final Random random;

  RandomDeployments(long seed) {
    this.random = new Random(seed);
  }

  Deployment next() {
    var pending = new ArrayList<PendingOperation>();
    for (int count = random.nextInt(2); count > 0; count--) {
      var kinds = PendingOperation.Kind.values();
      pending.add(new PendingOperation(resource(), kinds[random.nextInt(kinds.length)]));
    }
    var resources = new ArrayList<ResourceState>();
    for (int count = random.nextInt(4); count > 0; count--) {
      resources.add(resource());
    }
    var rest = rest();
    rest.putObject("metadata");
    if (random.nextBoolean()) {
      rest.putObject("manifest").putArray("plugins").addObject().put("name", text());
    }
    return new Deployment(resources, pending, random.nextBoolean() ? "v1:salt" : "", rest);
  }

  PropertyValue value(int depth) {
    return switch (random.nextInt(depth > 0 ? 11 : 6)) {
      case 0 -> new NullValue();
      case 1 -> new BooleanValue(random.nextBoolean());
      case 2 -> new NumberValue(number());
      case 3 -> new TextValue(text());
      case 4 -> new UnknownValue();
      case 5 -> new ReferenceValue("urn:" + text(), text(), text());
      case 6 -> new SecretValue(value(depth - 1));
      case 7 -> asset();
      case 8 ->
          ObjectValue.of(
              Map.of(
                  Signatures.KEY,
                  new TextValue(Signatures.ARCHIVE),
                  "hash",
                  new TextValue("5f70"),
                  "assets",
                  ObjectValue.of(Map.of("a/" + text(), asset()))));
      case 9 -> {
        var elements = new ArrayList<PropertyValue>();
        for (int count = random.nextInt(4); count > 0; count--) {
          elements.add(value(depth - 1));
        }
        yield new ListValue(elements);
      }
      default -> object(depth - 1);
    };
  }

  private ResourceState resource() {
    return new ResourceState(
        "urn:pulumi:one::test::a:b:C::" + text() + random.nextInt(100),
        "a:b:C",
        random.nextBoolean(),
        text(),
        object(3),
        object(3),
        new ResourceState.Links(text(), text(), texts(), Map.of("p" + text(), texts())),
        new ResourceOptions(
            random.nextBoolean(),
            random.nextBoolean(),
            text(),
            texts(),
            texts(),
            texts(),
            random.nextBoolean() ? Map.of() : Map.of("create", Duration.ofMillis(random.nextInt())),
            text(),
            texts(),
            value(2),
            texts()),
        new ResourceState.Condition(
            random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), texts()),
        time(),
        time(),
        rest());
  }

  private ObjectValue asset() {
    var kind = new String[] {"text", "path", "uri"}[random.nextInt(3)];
    return ObjectValue.of(
        Map.of(
            Signatures.KEY,
            new TextValue(Signatures.ASSET),
            "hash",
            new TextValue("e3b0"),
            kind,
            new TextValue(text())));
  }

  private ObjectValue object(int depth) {
    var fields = new TreeMap<String, PropertyValue>();
    for (int count = random.nextInt(4); count > 0; count--) {
      fields.put(text() + random.nextInt(5), value(depth));
    }
    return new ObjectValue(fields);
  }

  /** Fields that no engine knows. */
  private ObjectNode rest() {
    var rest = JsonNodeFactory.instance.objectNode();
    if (random.nextInt(3) == 0) {
      rest.put("sourcePosition", text()).putArray("unknownToAll").add(1).addNull().addObject();
    }
    return rest;
  }

  private Instant time() {
    return random.nextBoolean()
        ? null
        : Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
  }

  private double number() {
    return switch (random.nextInt(3)) {
      case 0 -> NUMBERS[random.nextInt(NUMBERS.length)];
      case 1 -> random.nextInt() / 4.0;
      default -> Double.longBitsToDouble((random.nextLong() & ~(0x7ffL << 52)) | (0x3ffL << 52));
    };
  }

  private List<String> texts() {
    var texts = new ArrayList<String>();
    for (int count = random.nextInt(3); count > 0; count--) {
      texts.add(text());
    }
    return texts;
  }

  private String text() {
    return TEXTS[random.nextInt(TEXTS.length)];
  }
}

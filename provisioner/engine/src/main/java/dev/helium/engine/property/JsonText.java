package dev.helium.engine.property;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * JSON text as the CLI writes it, character by character where it can be seen: numbers, spaces and
 * escapes. Reading refuses duplicate names, trailing text and nesting beyond {@value
 * #MAXIMUM_DEPTH} levels.
 */
public final class JsonText {
  /** Deeper documents are refused. */
  public static final int MAXIMUM_DEPTH = 500;

  private static final int MAXIMUM_TEXT = 256 * 1024 * 1024;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAXIMUM_DEPTH)
                  .maxStringLength(MAXIMUM_TEXT)
                  .build())
          .build();
  private static final ObjectMapper MAPPER =
      new ObjectMapper(FACTORY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final Separators SEPARATORS =
      Separators.createDefaultInstance()
          .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
          .withObjectEmptySeparator("")
          .withArrayEmptySeparator("");

  private JsonText() {}

  /** The document, or an exception of the JSON library. */
  public static JsonNode read(byte[] text) throws IOException {
    var node = MAPPER.readTree(text);
    requireUnicode(node);
    return node;
  }

  /** The document, or an exception of the JSON library. */
  public static JsonNode read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** One line, as in state files. */
  public static byte[] compact(JsonNode node) {
    return write(node, null, null);
  }

  /** One line in which also {@code <}, {@code >} and {@code &} are escaped, as inside secrets. */
  public static String escaped(JsonNode node) {
    return new String(write(node, null, new Escapes()), StandardCharsets.UTF_8);
  }

  /** Many lines, each level indented by so many spaces. */
  public static String indented(JsonNode node, int spaces) {
    var indenter = new DefaultIndenter(" ".repeat(spaces), "\n");
    var printer = new DefaultPrettyPrinter(SEPARATORS);
    printer.indentArraysWith(indenter);
    printer.indentObjectsWith(indenter);
    return new String(write(node, printer, null), StandardCharsets.UTF_8);
  }

  /** A number as the CLI prints it: shortest form, an exponent only from 1e21 and below 1e-6. */
  public static String number(BigDecimal value) {
    return value.toString().replace('E', 'e');
  }

  /** Half a surrogate pair can be read, but not written again. */
  private static void requireUnicode(JsonNode node) throws IOException {
    if (node.isTextual()) {
      requireUnicode(node.textValue());
      return;
    }
    for (var field : node.properties()) {
      requireUnicode(field.getKey());
    }
    for (var element : node) {
      requireUnicode(element);
    }
  }

  private static void requireUnicode(String text) throws IOException {
    for (int index = 0; index < text.length(); index++) {
      var unit = text.charAt(index);
      if (Character.isHighSurrogate(unit)
          && index + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(index + 1))) {
        index++;
      } else if (Character.isSurrogate(unit)) {
        throw new JsonParseException(null, "a text is not Unicode");
      }
    }
  }

  private static byte[] write(JsonNode node, DefaultPrettyPrinter printer, Escapes escapes) {
    var bytes = new ByteArrayOutputStream();
    try (var generator = new Numbers(FACTORY.createGenerator(bytes))) {
      if (printer != null) {
        generator.setPrettyPrinter(printer);
      }
      if (escapes != null) {
        generator.setCharacterEscapes(escapes);
      }
      MAPPER.writeTree(generator, node);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory cannot be written", impossible);
    }
    return bytes.toByteArray();
  }

  private static final class Numbers extends JsonGeneratorDelegate {
    Numbers(JsonGenerator delegate) {
      super(delegate, false);
    }

    @Override
    public void writeNumber(BigDecimal value) throws IOException {
      delegate.writeNumber(number(value));
    }

    /** As a text whose bytes are known, which the library would encode again. */
    @Override
    public void writeRawValue(SerializableString text) throws IOException {
      delegate.writeRawValue(text);
    }
  }

  private static final class Escapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private final int[] codes = standardAsciiEscapesForJSON();

    Escapes() {
      for (char escaped : new char[] {'<', '>', '&'}) {
        codes[escaped] = ESCAPE_CUSTOM;
      }
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return codes.clone();
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
      return new SerializedString("\\u%04x".formatted(character));
    }
  }
}

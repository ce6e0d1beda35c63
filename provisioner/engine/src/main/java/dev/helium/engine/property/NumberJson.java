package dev.helium.engine.property;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.util.HexFormat;

/** Numbers in JSON: the shortest digits that stand for the double, whole ones without a point. */
public final class NumberJson {
  private static final double EXACT = 0x1p53;
  private static final int PLAIN_DIGITS = 21;
  private static final int HEX_DIGITS = 16;

  private NumberJson() {}

  /** The number, or a marked object for one that JSON cannot say. */
  public static JsonNode write(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return JsonNodeFactory.instance
          .objectNode()
          .put(Signatures.KEY, Signatures.NUMBER)
          .put("value", HexFormat.of().toHexDigits(Double.doubleToLongBits(value), HEX_DIGITS));
    }
    return Math.abs(value) < EXACT && value == Math.rint(value)
        ? LongNode.valueOf((long) value)
        : DecimalNode.valueOf(shortest(value));
  }

  /** The double of a JSON number; throws an {@link IllegalArgumentException} beyond its range. */
  public static double read(JsonNode number) {
    var value = number.doubleValue();
    if (Double.isInfinite(value) || Double.isNaN(value)) {
      throw new IllegalArgumentException("a number is out of range");
    }
    return value;
  }

  static double unmark(String digits) {
    if (digits.length() > HEX_DIGITS || digits.isEmpty()) {
      throw new IllegalArgumentException("a marked number has not 16 digits");
    }
    return Double.longBitsToDouble(HexFormat.fromHexDigitsToLong(digits));
  }

  private static BigDecimal shortest(double value) {
    var decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    return decimal.scale() < 0 && decimal.precision() - decimal.scale() <= PLAIN_DIGITS
        ? decimal.setScale(0)
        : decimal;
  }
}

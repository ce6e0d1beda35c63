package dev.helium.engine.kubernetes;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Amounts such as {@code 500m} or {@code 2Gi} in the one form that Kubernetes itself writes: no
 * fraction, and the largest suffix that allows that.
 */
final class Quantities {
  private static final Pattern FORM =
      Pattern.compile("([+-]?\\d*\\.?\\d*)(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]?|[eE][+-]?\\d{1,2})");
  private static final List<String> DECIMAL =
      List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
  private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
  private static final BigInteger KIBI = BigInteger.valueOf(1024);

  /** Nothing is finer than a billionth. */
  private static final int FINEST = -9;

  private Quantities() {}

  /** The amount in its one form; what is no amount stays as it is. */
  static String canonical(String text) {
    var form = FORM.matcher(text);
    if (!form.matches() || form.group(1).chars().noneMatch(Character::isDigit)) {
      return text;
    }
    var number = new BigDecimal(form.group(1));
    var suffix = form.group(2);
    if (suffix.length() > 1 && suffix.endsWith("i")) {
      return binary(number.multiply(new BigDecimal(KIBI.pow(BINARY.indexOf(suffix)))));
    }
    if (DECIMAL.contains(suffix)) {
      return decimal(number.scaleByPowerOfTen(exponent(suffix)), false);
    }
    return decimal(number.scaleByPowerOfTen(Integer.parseInt(suffix.substring(1))), true);
  }

  private static int exponent(String suffix) {
    return FINEST + 3 * DECIMAL.indexOf(suffix);
  }

  private static String binary(BigDecimal value) {
    if (value.abs().compareTo(new BigDecimal(KIBI)) < 0) {
      return decimal(value, false);
    }
    var left = value.setScale(0, RoundingMode.UP).toBigIntegerExact();
    var power = 0;
    while (power < BINARY.size() - 1 && left.mod(KIBI).signum() == 0) {
      left = left.divide(KIBI);
      power++;
    }
    return left + BINARY.get(power);
  }

  private static String decimal(BigDecimal value, boolean asExponent) {
    var rounded = value.setScale(-FINEST, RoundingMode.UP);
    if (rounded.signum() == 0) {
      return "0";
    }
    var last = exponent(DECIMAL.getLast());
    for (int exponent = last; exponent > FINEST; exponent -= 3) {
      var left = rounded.scaleByPowerOfTen(-exponent);
      if (left.stripTrailingZeros().scale() <= 0) {
        return left.toBigIntegerExact() + suffix(exponent, asExponent);
      }
    }
    return rounded.scaleByPowerOfTen(-FINEST).toBigIntegerExact() + suffix(FINEST, asExponent);
  }

  private static String suffix(int exponent, boolean asExponent) {
    if (asExponent) {
      return exponent == 0 ? "" : "e" + exponent;
    }
    return DECIMAL.get((exponent - FINEST) / 3);
  }
}

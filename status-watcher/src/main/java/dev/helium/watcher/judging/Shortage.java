package dev.helium.watcher.judging;

import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a quota has too little of. Amounts are as Kubernetes writes them.
 *
 * @param resource such as {@code requests.cpu}
 */
public record Shortage(String resource, String needed, String used, String limited) {
  private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
  private static final BigInteger THOUSAND = BigInteger.valueOf(1000);
  private static final String MILLI = "m";

  /** What is measured. Anything else is counted. */
  private static final Map<String, String> MEASURED =
      Map.of(
          "cpu", "CPU",
          "requests.cpu", "CPU",
          "limits.cpu", "CPU limit",
          "memory", "memory",
          "requests.memory", "memory",
          "limits.memory", "memory limit",
          "requests.storage", "storage",
          "ephemeral-storage", "local storage",
          "requests.ephemeral-storage", "local storage",
          "limits.ephemeral-storage", "local storage limit");

  public Shortage {
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(needed, "needed");
    Objects.requireNonNull(used, "used");
    Objects.requireNonNull(limited, "limited");
  }

  /** In one unit, so that it can be added up by eye. */
  String inWords() {
    boolean inThousandths =
        used.endsWith(MILLI) || limited.endsWith(MILLI) || needed.endsWith(MILLI);
    return "needs "
        + needed
        + " of "
        + MEASURED.getOrDefault(resource, resource)
        + "; "
        + amount(used, inThousandths)
        + " of "
        + amount(limited, inThousandths)
        + " are taken";
  }

  private static String amount(String amount, boolean inThousandths) {
    return inThousandths && WHOLE.matcher(amount).matches() && !amount.equals("0")
        ? new BigInteger(amount).multiply(THOUSAND) + MILLI
        : amount;
  }
}

package dev.helium.service.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helium.domain.quota.Resource;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How limits are written. */
enum QuotaAmount {
  WORKSPACES("workspaces", Resource.WORKSPACES, "a whole number up to 1000000") {
    @Override
    Optional<Long> parse(JsonNode value) {
      return number(value, MOST_WORKSPACES);
    }
  },
  CPU("cpu", Resource.CPU, "an amount of CPU such as 4, \"1.5\" or \"500m\"") {
    @Override
    Optional<Long> parse(JsonNode value) {
      return text(value, CORES)
          .map(
              text ->
                  text.endsWith("m")
                      ? Long.parseLong(text.substring(0, text.length() - 1))
                      : new BigDecimal(text).movePointRight(THOUSANDTHS).longValueExact());
    }
  },
  MEMORY("memory", Resource.MEMORY, "an amount of memory such as \"512Mi\" or \"8Gi\"") {
    @Override
    Optional<Long> parse(JsonNode value) {
      return text(value, BYTES).map(QuotaAmount::bytes);
    }
  },
  HOURS("hours", Resource.LIFETIME, "a whole number up to 10000000") {
    @Override
    Optional<Long> parse(JsonNode value) {
      return number(value, MOST_HOURS).map(hours -> hours * Resource.MINUTES);
    }
  };

  static final List<String> NAMES = Arrays.stream(values()).map(QuotaAmount::settingName).toList();

  private static final long MOST_WORKSPACES = 1_000_000;
  private static final long MOST_HOURS = 10_000_000;
  private static final int THOUSANDTHS = 3;
  private static final int KIBI = 10;
  private static final String UNITS = "KMGT";
  private static final Pattern CORES = Pattern.compile("[0-9]{1,9}m|[0-9]{1,6}(\\.[0-9]{1,3})?");
  private static final Pattern BYTES = Pattern.compile("[0-9]{1,6}[KMGT]i");

  private final String settingName;
  private final Resource resource;
  private final String rule;

  QuotaAmount(String settingName, Resource resource, String rule) {
    this.settingName = settingName;
    this.resource = resource;
    this.rule = rule;
  }

  String settingName() {
    return settingName;
  }

  Resource resource() {
    return resource;
  }

  /** What a value must be. */
  String rule() {
    return rule;
  }

  /** In the unit of the resource; empty when it breaks the rule. */
  abstract Optional<Long> parse(JsonNode value);

  private static Optional<Long> number(JsonNode value, long most) {
    return value.isIntegralNumber()
            && value.canConvertToLong()
            && value.longValue() >= 0
            && value.longValue() <= most
        ? Optional.of(value.longValue())
        : Optional.empty();
  }

  private static Optional<String> text(JsonNode value, Pattern pattern) {
    return Optional.of(value)
        .filter(node -> node.isTextual() || node.isNumber())
        .map(JsonNode::asText)
        .filter(text -> pattern.matcher(text).matches());
  }

  private static long bytes(String text) {
    int unit = UNITS.indexOf(text.charAt(text.length() - 2)) + 1;
    return Long.parseLong(text.substring(0, text.length() - 2)) << (unit * KIBI);
  }
}

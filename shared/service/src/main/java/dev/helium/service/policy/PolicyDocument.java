package dev.helium.service.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.domain.ExpiryPolicy;
import dev.helium.domain.FieldError;
import dev.helium.domain.LifetimePolicy;
import dev.helium.domain.LifetimePolicy.Allowance;
import dev.helium.domain.WarningLeads;
import dev.helium.service.policy.PolicySection.Named;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a policy of a JSON object, and complains of all that is wrong with it at once. */
final class PolicyDocument {
  static final int LONGEST_LIFE_DAYS = 3650;

  private static final int MOST_NAMES = 1_000;
  private static final String ZONE = "zone";
  private static final String DEFAULT = "defaultDays";
  private static final String MAXIMUM = "maximumDays";
  private static final String GRACE = "graceDays";
  private static final String WARNINGS = "warnings";
  private static final String BACKENDS = "backends";
  private static final String OWNERS = "owners";
  private static final String EXCEEDS = "exceedsMaximum";

  private final List<FieldError> errors = new ArrayList<>();
  private final PolicySection root;
  private final LifetimePolicy otherwise;

  PolicyDocument(ObjectNode node, LifetimePolicy otherwise) {
    this.root = new PolicySection("", node, errors);
    this.otherwise = otherwise;
  }

  LifetimePolicy policy() {
    root.checkNames(List.of(ZONE, DEFAULT, MAXIMUM, GRACE, WARNINGS, BACKENDS, OWNERS));
    ZoneId zone = zone();
    int maximum = root.integer(MAXIMUM, otherwise.standard().maximumDays(), 1, LONGEST_LIFE_DAYS);
    int byDefault = byDefault(maximum);
    int grace = root.integer(GRACE, otherwise.graceDays(), 0, LifetimePolicy.LONGEST_GRACE_DAYS);
    WarningLeads warnings = warnings();
    Map<String, Allowance> backends = allowances(BACKENDS, maximum);
    Map<String, Allowance> owners = allowances(OWNERS, maximum);
    if (!errors.isEmpty()) {
      throw new PolicyException(errors);
    }
    return new LifetimePolicy(
        new ExpiryPolicy(zone, byDefault, maximum), backends, owners, grace, warnings);
  }

  private ZoneId zone() {
    ZoneId standard = otherwise.standard().zone();
    try {
      return ZoneId.of(root.text(ZONE, standard.getId()));
    } catch (DateTimeException unknown) {
      root.wrong(ZONE, "must be a time zone such as Europe/Berlin");
      return standard;
    }
  }

  /** A maximum that is said here bounds a default that is not. */
  private int byDefault(int maximum) {
    int standard = Math.min(otherwise.standard().defaultDays(), maximum);
    return root.integer(DEFAULT, standard, 1, maximum);
  }

  private WarningLeads warnings() {
    JsonNode list = root.node().get(WARNINGS);
    if (list == null) {
      return otherwise.warnings();
    }
    if (!list.isArray() || list.size() > WarningLeads.MOST) {
      root.wrong(WARNINGS, "must be a list of at most " + WarningLeads.MOST + " durations");
      return otherwise.warnings();
    }
    List<Duration> leads = new ArrayList<>();
    for (int index = 0; index < list.size(); index++) {
      addLead(list.get(index), index, leads);
    }
    return new WarningLeads(leads);
  }

  private void addLead(JsonNode value, int index, List<Duration> leads) {
    try {
      Duration lead = Duration.parse(value.asText());
      if (value.isTextual() && WarningLeads.isAllowed(lead)) {
        leads.add(lead);
        return;
      }
    } catch (DateTimeParseException notADuration) {
      root.wrong(WARNINGS + "." + index, "must be a duration such as PT24H");
      return;
    }
    root.wrong(
        WARNINGS + "." + index,
        "must be a duration between " + WarningLeads.SHORTEST + " and " + WarningLeads.LONGEST);
  }

  private Map<String, Allowance> allowances(String setting, int maximum) {
    Map<String, Allowance> allowances = new HashMap<>();
    for (Named named : root.sections(setting, MOST_NAMES)) {
      allowances.put(named.name(), allowance(named.section(), maximum));
    }
    return allowances;
  }

  /** What would count for nothing is refused: whoever wrote it meant something by it. */
  private static Allowance allowance(PolicySection section, int maximum) {
    section.checkNames(List.of(DEFAULT, MAXIMUM, EXCEEDS));
    boolean exceeds = section.flag(EXCEEDS);
    int longest = section.integer(MAXIMUM, 0, 1, LONGEST_LIFE_DAYS);
    if (longest > maximum && !exceeds) {
      section.wrong(
          MAXIMUM, "must be at most " + maximum + " unless \"" + EXCEEDS + "\" says true");
    }
    int byDefault = section.integer(DEFAULT, 0, 1, longest > 0 ? longest : Math.max(1, maximum));
    if (!section.says(DEFAULT) && !section.says(MAXIMUM)) {
      section.wrong(DEFAULT, "or \"" + MAXIMUM + "\" must be given");
    }
    return new Allowance(byDefault, longest, exceeds);
  }
}

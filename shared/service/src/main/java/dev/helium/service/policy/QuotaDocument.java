package dev.helium.service.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.domain.FieldError;
import dev.helium.domain.quota.Quota;
import dev.helium.domain.quota.QuotaPolicy;
import dev.helium.domain.quota.QuotaRule;
import dev.helium.domain.quota.Resource;
import dev.helium.service.policy.PolicySection.Named;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes quotas of a JSON object, and complains of all that is wrong with it at once. */
final class QuotaDocument {
  private static final int MOST_OWNERS = 1_000;
  private static final int MOST_BACKENDS = 100;
  private static final String EVERYBODY = "everybody";
  private static final String OWNERS = "owners";
  private static final String BACKENDS = "backends";
  private static final String UNLIMITED = "unlimited";

  private final List<FieldError> errors = new ArrayList<>();
  private final PolicySection root;

  QuotaDocument(ObjectNode node) {
    this.root = new PolicySection("", node, errors);
  }

  QuotaPolicy policy() {
    root.checkNames(List.of(EVERYBODY, OWNERS));
    QuotaRule everybody = everybody();
    Map<String, QuotaRule> owners = new HashMap<>();
    for (Named owner : root.sections(OWNERS, MOST_OWNERS)) {
      owners.put(owner.name(), rule(owner.section()));
    }
    if (!errors.isEmpty()) {
      throw new PolicyException(errors);
    }
    return new QuotaPolicy(everybody, owners);
  }

  private QuotaRule everybody() {
    JsonNode value = root.node().get(EVERYBODY);
    if (value == null) {
      return QuotaRule.NOTHING_SAID;
    }
    if (value instanceof ObjectNode object) {
      return rule(new PolicySection(EVERYBODY + ".", object, errors));
    }
    root.wrong(EVERYBODY, "must be an object");
    return QuotaRule.NOTHING_SAID;
  }

  private static QuotaRule rule(PolicySection section) {
    List<String> names = new ArrayList<>(QuotaAmount.NAMES);
    names.add(BACKENDS);
    section.checkNames(names);
    Map<String, Quota> backends = new HashMap<>();
    for (Named backend : section.sections(BACKENDS, MOST_BACKENDS)) {
      backend.section().checkNames(QuotaAmount.NAMES);
      backends.put(backend.name(), quota(backend.section(), false));
    }
    return new QuotaRule(quota(section, section.says(BACKENDS)), backends);
  }

  /** What would limit nothing is refused: whoever wrote it meant something by it. */
  private static Quota quota(PolicySection section, boolean mayBeEmpty) {
    Map<Resource, Long> limits = new EnumMap<>(Resource.class);
    boolean says = mayBeEmpty;
    for (QuotaAmount amount : QuotaAmount.values()) {
      JsonNode value = section.node().get(amount.settingName());
      if (value != null) {
        says = true;
        limit(section, amount, value, limits);
      }
    }
    if (!says) {
      section.wrong(QuotaAmount.WORKSPACES.settingName(), "or another limit must be given");
    }
    return new Quota(limits);
  }

  private static void limit(
      PolicySection section, QuotaAmount amount, JsonNode value, Map<Resource, Long> limits) {
    if (value.isTextual() && value.textValue().equals(UNLIMITED)) {
      limits.put(amount.resource(), Quota.UNLIMITED);
      return;
    }
    amount
        .parse(value)
        .ifPresentOrElse(
            limit -> limits.put(amount.resource(), limit),
            () ->
                section.wrong(
                    amount.settingName(), "must be " + amount.rule() + ", or " + UNLIMITED));
  }
}

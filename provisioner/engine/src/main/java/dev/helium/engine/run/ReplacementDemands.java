package dev.helium.engine.run;

import dev.helium.engine.property.PropertyValue.NullValue;
import dev.helium.engine.property.SecretMarks;
import dev.helium.engine.property.Unknowns;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.state.ResourceOptions;
import dev.helium.engine.state.ResourceState;
import java.util.List;
import java.util.Optional;

/** What a program wants replaced because of an option, whatever the inputs are. */
final class ReplacementDemands {
  private final Replacements replacements;

  ReplacementDemands(Replacements replacements) {
    this.replacements = replacements;
  }

  /** Why the options of a resource replace it, whatever its inputs are; empty when they do not. */
  Optional<Difference> demanded(ResourceState old, ResourceState wanted) {
    var options = wanted.options();
    if (isTriggered(old.options(), options)) {
      return because("replacementTrigger");
    }
    if (options.replaceWith().stream().anyMatch(replacements::isReplaced)) {
      return because("replaceWith");
    }
    return replacements.isReplaced(options.deletedWith())
        ? because("deletedWith")
        : Optional.empty();
  }

  private static Optional<Difference> because(String option) {
    return Optional.of(Difference.of(List.of(option), List.of(option), false));
  }

  /** Setting a trigger for the first time, or taking it away, replaces nothing. */
  private static boolean isTriggered(ResourceOptions old, ResourceOptions wanted) {
    var before = SecretMarks.reveal(old.replacementTrigger());
    var after = SecretMarks.reveal(wanted.replacementTrigger());
    if (Unknowns.anyIn(before) || Unknowns.anyIn(after)) {
      return true;
    }
    return !(before instanceof NullValue) && !(after instanceof NullValue) && !before.equals(after);
  }
}

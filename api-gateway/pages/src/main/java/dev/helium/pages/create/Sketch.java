package dev.helium.pages.create;

import dev.helium.pages.frame.Shown;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What would be asked for, as the form stands.
 *
 * @param expires in a sentence
 * @param secrets whether something secret was left out of the commands
 * @param changed values that are not the defaults
 * @param all values that count
 * @param wrong what is wrong already, a sentence each
 */
public record Sketch(
    String curl,
    String helium,
    String expires,
    boolean secrets,
    List<ValueLine> changed,
    List<ValueLine> all,
    List<String> wrong) {
  public Sketch {
    Objects.requireNonNull(curl, "curl");
    Objects.requireNonNull(helium, "helium");
    Objects.requireNonNull(expires, "expires");
    changed = List.copyOf(changed);
    all = List.copyOf(all);
    wrong = List.copyOf(wrong);
  }

  static Sketch of(BackendForm form, Typed typed, CreateOrder order) {
    CreateCommands commands = new CreateCommands(form, typed, order);
    List<ValueLine> all = MergedValues.of(form, order);
    return new Sketch(
        commands.curl(),
        commands.helium(),
        expires(order.texts().getOrDefault(Lifetime.EXPIRY, ""), typed),
        commands.leavesOut(),
        MergedValues.changed(all),
        all,
        sentences(order.wrong()));
  }

  /** For a page that says above all else what is wrong. */
  Sketch withoutWrong() {
    return new Sketch(curl, helium, expires, secrets, changed, all, List.of());
  }

  private static List<String> sentences(Map<String, String> wrong) {
    return wrong.entrySet().stream()
        .map(each -> CreateErrors.named(each.getKey()) + " " + each.getValue() + ".")
        .sorted()
        .toList();
  }

  private static String expires(String expiry, Typed typed) {
    if (expiry.isEmpty()) {
      return typed.text(CreateOrder.UPDATE).isEmpty()
          ? "It goes when the policy says: at midnight, where nobody has set another."
          : "It goes when it was to go before.";
    }
    try {
      return "It goes on " + Shown.instant(Instant.parse(expiry)) + ".";
    } catch (DateTimeException date) {
      return "It goes at the midnight that ends " + expiry + ".";
    }
  }
}

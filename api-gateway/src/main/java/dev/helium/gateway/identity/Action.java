package dev.helium.gateway.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What may be done or not, whatever the operation is called. */
public enum Action {
  /** Read workspaces, their history, and what is announced of them. */
  READ,
  /** Make a workspace. */
  CREATE,
  /** Change or end a workspace that is there. */
  CHANGE,
  /** Read what only those who run Helium need: orphans, deliveries of others. */
  INSPECT,
  /** Manage what belongs to oneself, such as subscriptions. */
  SUBSCRIBE,
  /** Change how Helium works: quotas, tokens, subscriptions of others; and read who did what. */
  ADMINISTER;

  /** The rule that a word for an action keeps. */
  static final String RULE =
      "must be one of "
          + Arrays.stream(values()).map(Action::word).collect(Collectors.joining(", "));

  /** As settings and answers say it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The action of a word; empty for any other text. */
  static Optional<Action> of(String word) {
    return Arrays.stream(values()).filter(action -> action.word().equals(word)).findFirst();
  }
}

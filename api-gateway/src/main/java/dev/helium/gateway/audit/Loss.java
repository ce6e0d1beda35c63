package dev.helium.gateway.audit;

import java.util.Locale;

/** Why an entry of the audit was not written. */
public enum Loss {
  /** Too many were on their way already. */
  QUEUE_FULL,
  /** The log did not take it. */
  LOG_AWAY,
  /** Too many asked without being anybody. */
  TOO_MANY_ATTEMPTS;

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

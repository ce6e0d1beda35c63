package dev.helium.service.policy;

import dev.helium.domain.quota.QuotaPolicy;
import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;

/** Who may take how much, from the file that the environment names; nobody has a quota without. */
public final class QuotaEnvironment {
  /** The variable that names the file. */
  public static final String FILE = "HELIUM_QUOTAS";

  private QuotaEnvironment() {}

  /** Blocks while the file is read. */
  public static QuotaPolicy read(Environment environment) {
    try {
      return environment.optionalPath(FILE).map(QuotaFile::read).orElse(QuotaPolicy.NONE);
    } catch (PolicyException wrong) {
      throw new ConfigurationException(FILE, "names quotas with errors: " + wrong.getMessage());
    }
  }
}

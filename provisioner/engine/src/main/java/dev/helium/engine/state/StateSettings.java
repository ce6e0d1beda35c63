package dev.helium.engine.state;

import dev.helium.engine.EngineException;
import java.util.Map;

/**
 * How state files are kept, by the CLI's own environment variables.
 *
 * @param compressed state files are gzip files, {@code NAME.json.gz}
 * @param backups a copy is kept after each update, and of a stack that is removed
 * @param retained every version ever written is kept beside the state file
 */
public record StateSettings(boolean compressed, boolean backups, boolean retained) {
  /** As when no variable is set. */
  public static final StateSettings DEFAULT = new StateSettings(false, true, false);

  /** The settings of an environment. */
  public static StateSettings of(Map<String, String> environment) {
    if (isSet(environment, "PULUMI_DIY_BACKEND_ZSTD")) {
      throw EngineException.unsupported("PULUMI_DIY_BACKEND_ZSTD");
    }
    if (isSet(environment, "PULUMI_DIY_BACKEND_LEGACY_LAYOUT")
        || isSet(environment, "PULUMI_SELF_MANAGED_STATE_LEGACY_LAYOUT")) {
      throw EngineException.unsupported("PULUMI_DIY_BACKEND_LEGACY_LAYOUT");
    }
    return new StateSettings(
        isSet(environment, "PULUMI_DIY_BACKEND_GZIP")
            || isSet(environment, "PULUMI_SELF_MANAGED_STATE_GZIP"),
        !isSet(environment, "PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS")
            && !isSet(environment, "PULUMI_DISABLE_CHECKPOINT_BACKUPS"),
        isSet(environment, "PULUMI_DIY_BACKEND_RETAIN_CHECKPOINTS")
            || isSet(environment, "PULUMI_RETAIN_CHECKPOINTS"));
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    var value = environment.getOrDefault(name, "");
    return value.equals("1") || value.equalsIgnoreCase("true");
  }
}

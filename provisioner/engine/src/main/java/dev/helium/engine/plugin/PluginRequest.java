package dev.helium.engine.plugin;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.util.regex.Pattern;

/**
 * Which plugin is wanted.
 *
 * @param name the package's name
 * @param version the version asked for, empty for the newest one that is installed
 * @param downloadUrl where it can be had, empty for the usual place
 */
record PluginRequest(String name, String version, String downloadUrl) {
  private static final Pattern NAME =
      Pattern.compile("[a-zA-Z0-9-]([a-zA-Z0-9-_.]{0,126}[a-zA-Z0-9])?");

  PluginRequest {
    if (!NAME.matcher(name).matches()) {
      throw new EngineException(
          FailureClass.INVALID, "a package name has letters, digits, dashes and dots: " + name);
    }
    if (!version.isEmpty() && PluginVersion.parse(version).isEmpty()) {
      throw new EngineException(
          FailureClass.INVALID,
          "the version of the package " + name + " is not a semantic version: " + version);
    }
  }

  /** The file that is executed. */
  String fileName() {
    return "pulumi-resource-" + name;
  }

  /** The failure that says how the plugin can be had. */
  EngineException missing(String where) {
    var bare = version.startsWith("v") ? version.substring(1) : version;
    var server = downloadUrl.isEmpty() ? "" : " --server " + downloadUrl;
    return new EngineException(
        FailureClass.PLUGIN_MISSING,
        "the provider "
            + name
            + (bare.isEmpty() ? "" : " " + bare)
            + " has no plugin in "
            + where
            + "; install it with: pulumi plugin install resource "
            + name
            + (bare.isEmpty() ? "" : " " + bare)
            + server);
  }
}

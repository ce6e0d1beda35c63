package dev.helium.engine.run;

import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.TextValue;

/**
 * The inputs of a provider resource: settings of the package, its version, and a record of the
 * engine's own that the package never sees.
 */
final class ProviderInputs {
  static final String VERSION = "version";
  private static final String INTERNAL = "__internal";
  private static final String DOWNLOAD_URL = "pluginDownloadURL";

  private ProviderInputs() {}

  /**
   * The settings with the version and the origin of the package noted; empty texts note nothing.
   */
  static ObjectValue noted(ObjectValue settings, String version, String downloadUrl) {
    var inputs = settings;
    if (!version.isEmpty()) {
      inputs = inputs.with(VERSION, new TextValue(version)).with(INTERNAL, internal(inputs));
    }
    if (!downloadUrl.isEmpty()) {
      var noted = internal(inputs).with(DOWNLOAD_URL, new TextValue(downloadUrl));
      inputs = inputs.with(INTERNAL, noted);
    }
    return inputs;
  }

  /** What the package sees. */
  static ObjectValue forPackage(ObjectValue inputs) {
    return inputs.without(INTERNAL);
  }

  /** What the package answered, with what it must not lose. */
  static ObjectValue checked(ObjectValue asked, ObjectValue answered) {
    var inputs = forPackage(answered);
    if (asked.fields().containsKey(VERSION)) {
      inputs = inputs.with(VERSION, asked.get(VERSION));
    }
    return asked.fields().containsKey(INTERNAL) ? inputs.with(INTERNAL, internal(asked)) : inputs;
  }

  /** Where the package comes from, empty for the usual place. */
  static String downloadUrl(ObjectValue inputs) {
    // States of older engines have it among the settings.
    return (inputs.fields().containsKey(INTERNAL) ? internal(inputs) : inputs).text(DOWNLOAD_URL);
  }

  private static ObjectValue internal(ObjectValue inputs) {
    return inputs.get(INTERNAL) instanceof ObjectValue internal ? internal : ObjectValue.empty();
  }
}

package dev.helium.engine.plugin;

import dev.helium.engine.property.PropertyJson;
import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import dev.helium.engine.property.SecretCodec;
import dev.helium.engine.property.SecretMarks;
import pulumirpc.Provider.ConfigureRequest;

/** Makes the request that configures a plugin. */
final class Configurations {
  /** What the engine keeps for itself among a provider's inputs. */
  private static final String INTERNAL = "__internal";

  private static final SecretCodec NO_SECRETS =
      new SecretCodec() {
        @Override
        public String encrypt(String plaintext) {
          throw new IllegalStateException("nothing secret is left");
        }

        @Override
        public String decrypt(String ciphertext) {
          throw new IllegalStateException("nothing secret is left");
        }
      };

  private Configurations() {}

  /** The inputs that are a plugin's business. */
  static ObjectValue ofPlugin(ObjectValue inputs) {
    return inputs.without(INTERNAL);
  }

  /**
   * The request. It names no provider resource: a plugin that is shared has many.
   *
   * @param name the package's name
   */
  // Providers made for older engines read the deprecated variables and nothing else.
  @SuppressWarnings("deprecation")
  static ConfigureRequest request(String name, ObjectValue inputs) {
    var own = ofPlugin(inputs);
    var request =
        ConfigureRequest.newBuilder()
            .setAcceptSecrets(true)
            .setAcceptResources(true)
            .setSendsOldInputs(true)
            .setSendsOldInputsToDelete(true)
            .setArgs(Marshalling.FULL.write(own));
    own.fields()
        .forEach(
            (key, value) -> {
              if (!"version".equals(key)) {
                request.putVariables(name + ":config:" + key, text(value));
              }
            });
    return request.build();
  }

  private static String text(PropertyValue value) {
    var clear = SecretMarks.reveal(value);
    return clear instanceof TextValue(var text)
        ? text
        : new PropertyJson(NO_SECRETS, PropertyJson.Secrets.SHOWN).write(clear).toString();
  }
}

package dev.helium.engine.command;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyJson;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.SecretCodec;
import dev.helium.engine.run.EngineIdentity;
import dev.helium.engine.run.OtherStacks;
import dev.helium.engine.state.DeploymentJson;
import dev.helium.engine.state.ResourceState;

/** Reads what stacks of the same state folder export; their secrets need the same passphrase. */
final class ReferencedStacks implements OtherStacks {
  private static final String STACK_TYPE = "pulumi:pulumi:Stack";

  private final Workspace workspace;

  ReferencedStacks(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public ObjectValue outputs(String name) {
    var file = workspace.state().checkpoint(workspace.reference(name));
    var document =
        file.read()
            .orElseThrow(
                () ->
                    new EngineException(
                        FailureClass.STACK_NOT_FOUND, "unknown stack '" + name + "'"));
    try {
      var properties =
          new PropertyJson(
              new LazySecrets(DeploymentJson.salt(document)), PropertyJson.Secrets.SHOWN);
      return new DeploymentJson(properties, EngineIdentity.VERSION)
          .read(document).resources().stream()
              .filter(resource -> resource.type().equals(STACK_TYPE))
              .filter(resource -> !resource.condition().delete())
              .findFirst()
              .map(ResourceState::outputs)
              .orElse(ObjectValue.empty());
    } catch (IllegalArgumentException foreign) {
      throw file.unreadable(foreign.getMessage(), foreign);
    }
  }

  /** A stack without secrets needs no key, and deriving one is slow. */
  private final class LazySecrets implements SecretCodec {
    private final String salt;

    private LazySecrets(String salt) {
      this.salt = salt;
    }

    @Override
    public String encrypt(String plaintext) {
      throw new UnsupportedOperationException("another stack's secrets are only read");
    }

    @Override
    public String decrypt(String ciphertext) {
      return workspace.secrets(salt).decrypt(ciphertext);
    }
  }
}

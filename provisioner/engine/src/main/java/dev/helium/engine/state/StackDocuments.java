package dev.helium.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helium.engine.property.PropertyJson;
import dev.helium.engine.property.PropertyJson.Secrets;
import dev.helium.engine.secret.CachingSecretCodec;
import dev.helium.engine.secret.PassphraseSecrets;
import java.util.Optional;

/**
 * A stack's deployment in its file, with secrets. They are read with the salt that the document
 * names and written with the stack's own.
 */
public final class StackDocuments {
  private final CheckpointFile file;
  private final PassphraseSecrets secrets;
  private final String engineVersion;
  private final CachingSecretCodec codec;

  public StackDocuments(CheckpointFile file, PassphraseSecrets secrets, String engineVersion) {
    this.file = file;
    this.secrets = secrets;
    this.engineVersion = engineVersion;
    this.codec = new CachingSecretCodec(secrets);
  }

  /** How a deployment is written at rest. */
  public DeploymentJson json() {
    return new DeploymentJson(new PropertyJson(codec, Secrets.ENCRYPTED), engineVersion);
  }

  /** The deployment, empty when there is no such stack. */
  public Optional<Deployment> read() {
    var document = file.read();
    if (document.isEmpty()) {
      return Optional.empty();
    }
    var salt = file.understand(document.get(), DeploymentJson::salt);
    var opened = secrets.at(salt);
    return Optional.of(file.understand(document.get(), node -> reader(opened).read(node)));
  }

  /**
   * The deployment of a document from elsewhere; throws an {@link IllegalArgumentException} when it
   * is not one.
   */
  public Deployment parse(JsonNode document) {
    return reader(secrets.at(DeploymentJson.salt(document))).read(document);
  }

  private DeploymentJson reader(PassphraseSecrets opened) {
    return opened == secrets
        ? json()
        : new DeploymentJson(
            new PropertyJson(new CachingSecretCodec(opened), Secrets.ENCRYPTED), engineVersion);
  }
}

package dev.helium.service.policy;

import dev.helium.domain.LifetimePolicy;
import java.nio.file.Path;

/**
 * Reads a policy of lifetimes from a JSON file of at most 256 KiB; {@code lifetimes.schema.json}
 * beside this class describes it.
 */
public final class PolicyFile {
  private PolicyFile() {}

  /**
   * The policy of a file, or a {@link PolicyException} with every rule that it breaks. Blocks.
   *
   * @param otherwise what counts where the file says nothing
   */
  public static LifetimePolicy read(Path file, LifetimePolicy otherwise) {
    return new PolicyDocument(PolicyJson.read(file), otherwise).policy();
  }

  /** The same of what a file holds. */
  public static LifetimePolicy parse(byte[] content, LifetimePolicy otherwise) {
    return new PolicyDocument(PolicyJson.parse(content), otherwise).policy();
  }
}

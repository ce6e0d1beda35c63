package dev.helium.service.policy;

import dev.helium.domain.quota.QuotaPolicy;
import java.nio.file.Path;

/**
 * Reads quotas from a JSON file of at most 256 KiB; {@code quotas.schema.json} beside this class
 * describes it.
 */
public final class QuotaFile {
  private QuotaFile() {}

  /** The quotas of a file, or a {@link PolicyException} with every rule that it breaks. Blocks. */
  public static QuotaPolicy read(Path file) {
    return new QuotaDocument(PolicyJson.read(file)).policy();
  }

  /** The same of what a file holds. */
  public static QuotaPolicy parse(byte[] content) {
    return new QuotaDocument(PolicyJson.parse(content)).policy();
  }
}

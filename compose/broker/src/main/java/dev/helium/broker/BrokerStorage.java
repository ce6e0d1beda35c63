package dev.helium.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The data directory: formatted once, continued ever after. */
final class BrokerStorage {
  private BrokerStorage() {}

  static Path prepare(Path directory) {
    Path data = directory.resolve("data");
    try {
      Files.createDirectories(data);
      if (!Files.exists(data.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
        format(data);
      }
      return data;
    } catch (Exception failure) {
      throw new BrokerException(
          "the broker's directory %s cannot be prepared: %s"
              .formatted(directory, failure.getMessage()),
          failure);
    }
  }

  private static void format(Path data) throws Exception {
    try (PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(silent)
          .setNodeId(BrokerSettings.NODE)
          .setClusterId(Uuid.randomUuid().toString())
          .addDirectory(data.toString())
          .setMetadataLogDirectory(data.toString())
          .setReleaseVersion(MetadataVersion.latestProduction())
          .setControllerListenerName(BrokerSettings.CONTROLLER)
          // A start that was cut short after this file's siblings is repeated, not refused.
          .setIgnoreFormatted(true)
          .run();
    }
  }

  /** Says which process answers where, once it does. */
  static void announce(Path directory, String bootstrap) throws IOException {
    Path draft = Files.createTempFile(directory, "ready", null);
    Files.writeString(draft, ProcessHandle.current().pid() + " " + bootstrap + "\n");
    Files.move(draft, directory.resolve(KafkaBroker.READY_FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  static void withdraw(Path directory) throws IOException {
    Files.deleteIfExists(directory.resolve(KafkaBroker.READY_FILE));
  }
}

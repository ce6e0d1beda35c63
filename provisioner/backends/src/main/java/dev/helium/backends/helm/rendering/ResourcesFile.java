package dev.helium.backends.helm.rendering;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** How resources go from one process to the other. */
final class ResourcesFile {
  private ResourcesFile() {}

  static void write(Resources resources, Path file) throws IOException {
    try (DataOutputStream stream =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      stream.writeInt(resources.documents().size());
      for (Map.Entry<String, String> document : resources.documents().entrySet()) {
        byte[] content = document.getValue().getBytes(StandardCharsets.UTF_8);
        stream.writeUTF(document.getKey());
        stream.writeInt(content.length);
        stream.write(content);
      }
    }
  }

  static Resources read(Path file) throws IOException {
    Map<String, String> documents = new TreeMap<>();
    try (DataInputStream stream =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (int left = stream.readInt(); left > 0; left--) {
        String path = stream.readUTF();
        documents.put(
            path, new String(stream.readNBytes(stream.readInt()), StandardCharsets.UTF_8));
      }
    }
    return new Resources(documents);
  }
}

package dev.helium.backends.helm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A chart, file by file, and as the archive that charts travel as. */
final class TestChart {
  private static final int BLOCK = 512;

  private final String name;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /** An application of version 1.2.3. */
  static TestChart named(String name) {
    return of(name, "1.2.3", "");
  }

  /**
   * @param more lines for {@code Chart.yaml}
   */
  static TestChart of(String name, String version, String more) {
    return new TestChart(name)
        .file(
            "Chart.yaml",
            "apiVersion: v2\nname: %s\nversion: %s\nappVersion: '9.9'\n%s"
                .formatted(name, version, more));
  }

  private TestChart(String name) {
    this.name = name;
  }

  TestChart file(String path, String content) {
    files.put(path, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  TestChart template(String file, String content) {
    return file("templates/" + file, content);
  }

  TestChart values(String yaml) {
    return file("values.yaml", yaml);
  }

  /** A chart that this one brings along. */
  TestChart with(TestChart dependency) {
    dependency.files.forEach(
        (path, content) -> files.put("charts/" + dependency.name + "/" + path, content));
    return this;
  }

  /** A config map with what a template gives. */
  TestChart settings(String file, String template) {
    return template(
        file + ".yaml",
        "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: %s\ndata:\n  it: %s\n"
            .formatted(file, template));
  }

  byte[] archive() {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(archive)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        byte[] content = file.getValue();
        zipped.write(header(name + "/" + file.getKey(), content.length));
        zipped.write(content);
        zipped.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
      }
      zipped.write(new byte[2 * BLOCK]);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return archive.toByteArray();
  }

  /** Of POSIX's {@code ustar}. */
  private static byte[] header(String path, int length) {
    byte[] header = new byte[BLOCK];
    put(header, 0, path);
    put(header, 100, "0000644");
    put(header, 108, "0000000");
    put(header, 116, "0000000");
    put(header, 124, "%011o".formatted(length));
    put(header, 136, "00000000000");
    put(header, 148, " ".repeat(8));
    put(header, 156, "0");
    put(header, 257, "ustar");
    put(header, 263, "00");
    int sum = 0;
    for (byte each : header) {
      sum += each & 0xFF;
    }
    put(header, 148, "%06o".formatted(sum));
    header[154] = 0;
    header[155] = ' ';
    return header;
  }

  private static void put(byte[] header, int offset, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, offset, bytes.length);
  }
}

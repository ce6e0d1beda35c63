package dev.helium.engine.asset;

import dev.helium.engine.EngineException;
import dev.helium.engine.property.AssetShape;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files in an archive, in the CLI's order: members and folder entries by name. */
final class ArchiveMembers {
  private static final String BOOKKEEPING = ".pulumi";

  private final AssetSource source;

  ArchiveMembers(AssetSource source) {
    this.source = source;
  }

  /** Takes one file. */
  interface Taker {
    void take(String name, byte[] content) throws IOException;
  }

  void each(ObjectValue archive, Taker taker) throws IOException {
    each("", archive, taker);
  }

  private void each(String prefix, ObjectValue archive, Taker taker) throws IOException {
    if (source.isArchiveFile(archive)) {
      unpacked(prefix, archive, taker);
    } else if (!archive.text("path").isEmpty()) {
      folder(prefix, source.path(archive), archive.text("path"), taker);
    } else if (!archive.text("uri").isEmpty()) {
      throw new IOException("the file at an archive's address is not a known kind of archive");
    } else if (archive.get("assets") instanceof ObjectValue members) {
      for (var name : members.fields().keySet().stream().sorted(BYTEWISE).toList()) {
        member(prefix + name, (ObjectValue) members.get(name), taker);
      }
    }
  }

  private void member(String name, ObjectValue member, Taker taker) throws IOException {
    if (AssetShape.isArchive(member)) {
      each(name + "/", member, taker);
      return;
    }
    var content = new ByteArrayOutputStream();
    source.copy(member, content);
    taker.take(name, content.toByteArray());
  }

  private void folder(String prefix, Path folder, String shown, Taker taker) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("'" + shown + "' is neither a known kind of archive nor a directory");
    }
    for (var entry : entries(folder)) {
      var name = entry.getFileName().toString();
      if (name.equals(BOOKKEEPING)) {
        continue;
      }
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        folder(prefix + name + "/", entry, shown + "/" + name, taker);
      } else if (!Files.isDirectory(entry)) {
        try (var content = Files.newInputStream(entry)) {
          var bytes = new ByteArrayOutputStream();
          source.copy(content, bytes);
          taker.take(prefix + name, bytes.toByteArray());
        }
      }
    }
  }

  private void unpacked(String prefix, ObjectValue archive, Taker taker) throws IOException {
    var path = archive.text("path");
    if (!path.endsWith(".zip") && !path.endsWith(".jar")) {
      throw EngineException.unsupported("a tar or remote archive inside another archive");
    }
    try (var zip = new ZipFile(source.path(archive).toFile(), StandardCharsets.UTF_8)) {
      for (ZipEntry entry : zip.stream().filter(found -> !found.isDirectory()).toList()) {
        try (var content = zip.getInputStream(entry)) {
          var bytes = new ByteArrayOutputStream();
          source.copy(content, bytes);
          taker.take(prefix + Path.of(entry.getName()).normalize(), bytes.toByteArray());
        }
      }
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries
          .sorted(Comparator.comparing(entry -> entry.getFileName().toString(), BYTEWISE))
          .toList();
    }
  }

  private static final Comparator<String> BYTEWISE =
      (left, right) ->
          Arrays.compareUnsigned(
              left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
}

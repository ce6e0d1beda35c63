package dev.helium.engine.asset;

import dev.helium.engine.property.PropertyValue.ObjectValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Where the content of assets comes from: their text, a file, or an address with {@code http},
 * {@code https} or {@code file}.
 */
public final class AssetSource {
  private static final List<String> ARCHIVE_FILES =
      List.of(".tar", ".tgz", ".tar.gz", ".zip", ".jar");
  private static final int OK = 200;

  private final Path directory;
  private final Duration timeout;
  private final long maximumBytes;

  /**
   * A source.
   *
   * @param directory where relative paths start
   * @param timeout the longest an answer from an address may take to begin
   * @param maximumBytes the largest content of one asset
   */
  public AssetSource(Path directory, Duration timeout, long maximumBytes) {
    this.directory = directory;
    this.timeout = timeout;
    this.maximumBytes = maximumBytes;
  }

  /** True for an archive that is one file already. */
  boolean isArchiveFile(ObjectValue archive) {
    var path =
        archive.text("uri").isEmpty() || !archive.text("path").isEmpty()
            ? archive.text("path")
            : uri(archive).getPath();
    return ARCHIVE_FILES.stream().anyMatch(path::endsWith);
  }

  /** The file or folder of an asset or archive with a path. */
  Path path(ObjectValue asset) throws IOException {
    try {
      return directory.resolve(asset.text("path"));
    } catch (InvalidPathException invalid) {
      throw new IOException("the path of an asset is not valid", invalid);
    }
  }

  /** Copies the content; returns its size. */
  long copy(ObjectValue asset, OutputStream to) throws IOException {
    try (var content = open(asset)) {
      return copy(content, to);
    }
  }

  /** Copies a content of limited size; returns its size. */
  long copy(InputStream content, OutputStream to) throws IOException {
    var buffer = new byte[64 * 1024];
    long size = 0;
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      size += read;
      if (size > maximumBytes) {
        throw new IOException("it is larger than " + maximumBytes + " bytes");
      }
      to.write(buffer, 0, read);
    }
    return size;
  }

  private InputStream open(ObjectValue asset) throws IOException {
    if (!asset.text("path").isEmpty()) {
      var file = path(asset);
      if (Files.isDirectory(file)) {
        throw new IOException(
            "asset path '" + asset.text("path") + "' is a directory; try using an archive");
      }
      return open(file, asset.text("path"));
    }
    return asset.text("uri").isEmpty()
        ? new ByteArrayInputStream(asset.text("text").getBytes(StandardCharsets.UTF_8))
        : open(uri(asset));
  }

  private static InputStream open(Path file, String shown) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("there is no file '" + shown + "'");
    }
    return Files.newInputStream(file);
  }

  private InputStream open(URI address) throws IOException {
    var scheme = address.getScheme() == null ? "" : address.getScheme();
    return switch (scheme) {
      case "file" -> open(Path.of(address.getPath()), address.getPath());
      case "http", "https" -> download(address);
      default -> throw new IOException("assets with the scheme '" + scheme + "' are not known");
    };
  }

  private InputStream download(URI address) throws IOException {
    var client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    try {
      var request = HttpRequest.newBuilder(address).timeout(timeout).build();
      var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (answer.statusCode() != OK) {
        answer.body().close();
        throw new IOException(address.getHost() + " answered " + answer.statusCode());
      }
      return answer.body();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  private static URI uri(ObjectValue asset) {
    return URI.create(asset.text("uri"));
  }
}

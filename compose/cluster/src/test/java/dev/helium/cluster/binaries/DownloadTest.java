package dev.helium.cluster.binaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.helium.cluster.component.ClusterException;
import dev.helium.cluster.component.Component;
import dev.helium.cluster.component.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a real HTTP server that stands in the place of the release hosts. */
class DownloadTest {

  private static final Platform PLATFORM = new Platform("linux", "amd64");
  private static final String API_SERVER = "/release/v1.36.3/bin/linux/amd64/kube-apiserver";
  private static final String ETCD = "/etcd-io/etcd/releases/download/v3.7.3/";

  @TempDir private Path directory;

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = files.get(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
          if (body != null) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void takesAProgramWhoseChecksumIsThePublishedOne() throws SourceUnavailableException {
    // given
    byte[] program = "program".getBytes(StandardCharsets.UTF_8);
    files.put(API_SERVER, program);
    files.put(API_SERVER + ".sha256", (sha256(program) + "\n").getBytes(StandardCharsets.UTF_8));

    // when
    obtain(Component.KUBE_APISERVER);

    // then
    assertThat(directory.resolve("kube-apiserver")).hasContent("program");
  }

  @Test
  void takesAProgramOutOfItsArchive() throws IOException, SourceUnavailableException {
    // given
    byte[] archive =
        tarGz(
            Map.of(
                "etcd-v3.7.3-linux-amd64/README.md",
                "x".repeat(700),
                "etcd-v3.7.3-linux-amd64/etcd",
                "the store"));
    files.put(ETCD + "etcd-v3.7.3-linux-amd64.tar.gz", archive);
    files.put(
        ETCD + "SHA256SUMS",
        "%s  etcd-v3.7.3-darwin-arm64.zip%n%s  etcd-v3.7.3-linux-amd64.tar.gz%n"
            .formatted("0".repeat(64), sha256(archive))
            .getBytes(StandardCharsets.UTF_8));

    // when
    obtain(Component.ETCD);

    // then
    assertThat(directory.resolve("etcd")).hasContent("the store");
  }

  @Test
  void refusesAFileWhoseChecksumDiffersAndInstallsNothing() {
    // given
    Cache cache = new Cache(directory.resolve("cache"), PLATFORM);
    files.put(API_SERVER, "tampered with".getBytes(StandardCharsets.UTF_8));
    files.put(API_SERVER + ".sha256", "a".repeat(64).getBytes(StandardCharsets.UTF_8));
    Installer installer = new Installer(cache, List.of(download()));

    // when / then
    assertThatThrownBy(
            () -> installer.install(EnumSet.of(Component.KUBE_APISERVER), Progress.silent()))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("where " + "a".repeat(64) + " was expected, and was thrown away");
    assertThat(cache.find(Component.KUBE_APISERVER)).isEmpty();
    assertThat(directory.resolve("cache")).isDirectoryNotContaining("glob:**/incoming-*");
  }

  @Test
  void refusesAFileThatIsNotThePinnedOne() {
    // given
    files.put(
        "/kubernetes-sigs/kwok/releases/download/v0.8.0/kwok-linux-amd64",
        "some other kwok".getBytes(StandardCharsets.UTF_8));

    // when / then
    assertThatThrownBy(() -> obtain(Component.KWOK))
        .isInstanceOf(SourceUnavailableException.class)
        .hasMessageContaining("where f5a4385a")
        .hasMessageContaining("was expected");
  }

  @Test
  void refusesAFileThatTheChecksumFileDoesNotName() {
    // given
    files.put(ETCD + "SHA256SUMS", "nothing here".getBytes(StandardCharsets.UTF_8));

    // when / then
    assertThatThrownBy(() -> obtain(Component.ETCD))
        .isInstanceOf(SourceUnavailableException.class)
        .hasMessageContaining("names no checksum for etcd-v3.7.3-linux-amd64.tar.gz");
  }

  @Test
  void saysWhichHostIsOutOfReach() {
    // given
    server.stop(0);

    // when / then
    assertThatThrownBy(() -> obtain(Component.KUBE_APISERVER))
        .isInstanceOf(SourceUnavailableException.class)
        .hasMessageStartingWith("127.0.0.1 cannot be reached");
  }

  @Test
  void knowsWhatIsPublishedForWhichPlatform() {
    Download download = new Download(releases(), new Platform("darwin", "arm64"));

    assertThatThrownBy(
            () ->
                download.obtain(
                    Distribution.KUBERNETES,
                    EnumSet.of(Component.KUBE_SCHEDULER),
                    directory,
                    Progress.silent()))
        .isInstanceOf(SourceUnavailableException.class)
        .hasMessage("no official kube-scheduler is published for darwin-arm64");
  }

  private void obtain(Component component) throws SourceUnavailableException {
    download()
        .obtain(Distribution.of(component), EnumSet.of(component), directory, Progress.silent());
  }

  private Download download() {
    return new Download(releases(), PLATFORM);
  }

  private Releases releases() {
    URI root = URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
    return new Releases(root, root);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] tarGz(Map<String, String> members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream output = new GZIPOutputStream(bytes)) {
      for (Map.Entry<String, String> member : members.entrySet()) {
        byte[] content = member.getValue().getBytes(StandardCharsets.UTF_8);
        ByteBuffer block = ByteBuffer.allocate(512 + (content.length + 511) / 512 * 512);
        block.put(member.getKey().getBytes(StandardCharsets.UTF_8));
        block.position(124);
        block.put("%011o".formatted(content.length).getBytes(StandardCharsets.UTF_8));
        block.position(512);
        block.put(content);
        output.write(block.array());
      }
      output.write(new byte[1024]);
    }
    return bytes.toByteArray();
  }
}

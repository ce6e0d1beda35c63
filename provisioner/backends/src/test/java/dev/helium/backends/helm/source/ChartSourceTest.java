package dev.helium.backends.helm.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.backends.helm.source.ChartReference.Archive;
import dev.helium.backends.helm.source.ChartReference.Folder;
import dev.helium.backends.helm.source.ChartReference.InRegistry;
import dev.helium.backends.helm.source.ChartReference.InRepository;
import dev.helium.backends.network.Hosts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which chart a reference leads to, and what is not taken. */
class ChartSourceTest {
  private static final byte[] OLD = {0x1F, (byte) 0x8B, 1, 2, 3};
  private static final byte[] NEW = {0x1F, (byte) 0x8B, 4, 5, 6, 7};

  @TempDir private Path folder;

  private final ChartServer server = new ChartServer();
  private final ChartSource source = new ChartSource(Hosts.parse("127.0.0.0/8"), Optional.empty());

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aRepositoryGivesTheNewestThatWillDo() throws SourceException {
    // given
    server
        .file("/charts/index.yaml", index("1.0.0", "2.0.0-rc.1", "1.10.0", "1.9.0"))
        .file("/charts/web-1.10.0.tgz", NEW)
        .file("/charts/web-1.9.0.tgz", OLD)
        .file("/charts/web-2.0.0-rc.1.tgz", OLD);

    // when, then
    assertThat(fetch("").pin().version()).isEqualTo("1.10.0");
    assertThat(fetch("~1.9").pin().version()).isEqualTo("1.9.0");
    assertThat(fetch("2.0.0-rc.1").pin().version()).isEqualTo("2.0.0-rc.1");
    assertThat(fetch("").path()).hasBinaryContent(NEW);
  }

  @Test
  void whatWasTakenOnceIsTakenAgain() throws SourceException {
    // given
    server
        .file("/charts/index.yaml", index("1.0.0"))
        .file("/charts/web-1.0.0.tgz", OLD)
        .file("/charts/web-1.1.0.tgz", NEW);
    ChartPin before = fetch("1.x").pin();
    server.file("/charts/index.yaml", index("1.0.0", "1.1.0"));

    // when, then
    assertThat(source.fetch(repository("1.x"), Optional.of(before), folder).pin())
        .isEqualTo(before);
    assertThat(source.fetch(repository(">1"), Optional.of(before), folder).pin().version())
        .isEqualTo("1.1.0");
  }

  @Test
  void whatIsNotTheSameAnyMoreIsRefused() throws SourceException {
    // given
    server.file("/charts/index.yaml", index("1.0.0")).file("/charts/web-1.0.0.tgz", OLD);
    ChartPin before = fetch("").pin();
    server.file("/charts/web-1.0.0.tgz", NEW);

    // when, then
    assertThatThrownBy(() -> source.fetch(repository(""), Optional.of(before), folder))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("is not the chart that it was");
  }

  @Test
  void whatTheRepositoryDoesNotHaveIsSaid() {
    // given
    server.file("/charts/index.yaml", index("1.0.0", "1.1.0"));

    // when, then
    assertThatThrownBy(() -> fetch("^3"))
        .hasMessage("no version of the chart web fits \"^3\"; there are 1.0.0, 1.1.0");
    assertThatThrownBy(
            () ->
                source.fetch(
                    new InRepository(address("/charts"), "wbe", "", Credentials.NONE),
                    Optional.empty(),
                    folder))
        .hasMessageEndingWith("has no chart wbe");
    assertThatThrownBy(
            () ->
                source.fetch(
                    new InRepository(address("/nothing"), "web", "", Credentials.NONE),
                    Optional.empty(),
                    folder))
        .hasMessageEndingWith("does not have the index of the repository (status 404)");
  }

  @Test
  void aRegistryGivesAChartByTagOrByVersion() throws SourceException {
    // given
    server
        .file(
            "/v2/charts/web/tags/list?n=1000",
            "{\"tags\":[\"1.0.0\",\"1.2.0\",\"sha256-abc.sig\"]}")
        .file("/v2/charts/web/manifests/1.2.0", manifest(NEW))
        .file("/v2/charts/web/manifests/stable", manifest(OLD))
        .redirect("/v2/charts/web/blobs/sha256:" + Digests.sha256(NEW), "/elsewhere")
        .file("/v2/charts/web/blobs/sha256:" + Digests.sha256(OLD), OLD)
        .file("/elsewhere", NEW);

    // when
    ChartFile newest = source.fetch(registry(""), Optional.empty(), folder);

    // then
    assertThat(newest.path()).hasBinaryContent(NEW);
    assertThat(newest.pin().version()).isEqualTo("1.2.0");
    assertThat(source.fetch(registry("stable"), Optional.empty(), folder).path())
        .hasBinaryContent(OLD);

    // when the tag is moved
    server.file("/v2/charts/web/manifests/1.2.0", manifest(OLD));

    // then
    assertThat(source.fetch(registry(""), Optional.of(newest.pin()), folder).path())
        .hasBinaryContent(NEW);
  }

  @Test
  void aRegistryThatWantsToKnowWhoAsksIsTold() throws SourceException {
    // given
    server
        .wants(
            "Bearer leave",
            "Bearer realm=\"%s/open/token\",service=\"it\",scope=\"repository:charts/web:pull\""
                .formatted(server.address()))
        .file(
            "/open/token?service=it&scope=repository%3Acharts%2Fweb%3Apull",
            "{\"token\":\"leave\"}")
        .file("/v2/charts/web/manifests/1.2.0", manifest(NEW))
        .file("/v2/charts/web/blobs/sha256:" + Digests.sha256(NEW), NEW);

    // when
    ChartFile chart =
        source.fetch(
            new InRegistry(
                server.address(), "charts/web", "1.2.0", new Credentials("ada", "secret")),
            Optional.empty(),
            folder);

    // then
    assertThat(chart.path()).hasBinaryContent(NEW);
    assertThat(server.asked())
        .contains(
            "/open/token?service=it&scope=repository%3Acharts%2Fweb%3Apull Basic YWRhOnNlY3JldA==");
  }

  @Test
  void aPasswordGoesToNoOtherHost() throws SourceException {
    // given
    try (ChartServer other = new ChartServer().file("/web.tgz", OLD)) {
      server
          .wants("Basic YWRhOnNlY3JldA==", "Basic realm=\"it\"")
          .redirect("/web.tgz", other.address() + "/web.tgz");

      // when
      source.fetch(
          new Archive(address("/web.tgz"), "", new Credentials("ada", "secret")),
          Optional.empty(),
          folder);

      // then
      assertThat(server.asked()).containsExactly("/web.tgz Basic YWRhOnNlY3JldA==");
      assertThat(other.asked()).containsExactly("/web.tgz");
    }
  }

  @Test
  void anArchiveHasToBeWhatItIsSaidToBe() {
    // given
    server.file("/web.tgz", OLD).file("/page.tgz", "<html>");

    // when, then
    assertThatThrownBy(
            () -> source.fetch(archive("/web.tgz", Digests.sha256(NEW)), Optional.empty(), folder))
        .hasMessageContaining("its SHA-256 is another one");
    assertThatThrownBy(() -> source.fetch(archive("/page.tgz", ""), Optional.empty(), folder))
        .hasMessageEndingWith("sends is no archive of a chart (.tgz)");
    assertThatThrownBy(() -> source.fetch(archive("/none.tgz", ""), Optional.empty(), folder))
        .hasMessageEndingWith("does not have the chart (status 404)");
  }

  @Test
  void aHostThatDoesNotGiveItIsNamedWithItsStatusAndMayBeAskedAgain() {
    // given
    String host = "127.0.0.1:" + server.address().getPort();
    for (int status : new int[] {429, 500, 503}) {
      server.fails("/web.tgz", status);

      // when, then
      assertThatThrownBy(() -> source.fetch(archive("/web.tgz", ""), Optional.empty(), folder))
          .hasMessage(host + " answers with status " + status)
          .extracting(failure -> ((SourceException) failure).kind())
          .isEqualTo(SourceException.Kind.UNAVAILABLE);
    }

    // when nobody is there any more
    server.close();

    // then
    assertThatThrownBy(() -> source.fetch(archive("/web.tgz", ""), Optional.empty(), folder))
        .hasMessage(host + " does not answer (ConnectException)")
        .extracting(failure -> ((SourceException) failure).kind())
        .isEqualTo(SourceException.Kind.UNAVAILABLE);
  }

  @Test
  void aPasswordThatIsNotTakenIsNotSaid() {
    // given
    server
        .wants("Basic somebody else", "Basic realm=\"it\"")
        .redirect("/open/web.tgz", "https://ada:secret@charts.example.com/web.tgz");

    // when, then
    assertThatThrownBy(
            () ->
                source.fetch(
                    new Archive(address("/web.tgz"), "", new Credentials("ada", "secret")),
                    Optional.empty(),
                    folder))
        .hasMessageEndingWith(
            "does not let anybody without the right name and password have the chart (status 401)")
        .hasMessageNotContainingAny("ada", "secret");
    assertThatThrownBy(() -> source.fetch(archive("/open/web.tgz", ""), Optional.empty(), folder))
        .hasMessageStartingWith("charts.example.com must be an address")
        .hasMessageNotContainingAny("ada", "secret");
  }

  @Test
  void whatIsTooLargeIsNotTakenToItsEnd() {
    // given
    server.file("/web.tgz", new byte[Archives.LARGEST + 1]);

    // when, then
    assertThatThrownBy(() -> source.fetch(archive("/web.tgz", ""), Optional.empty(), folder))
        .hasMessageEndingWith("sends more than 20 MiB");
  }

  @Test
  void addressesInsideAreNotAskedUnlessAllowed() {
    // given
    ChartSource strict = new ChartSource(Hosts.OUTSIDE, Optional.empty());
    server.redirect("/web.tgz", "http://169.254.169.254/latest/meta-data");

    // when, then
    for (String address :
        new String[] {
          "https://127.0.0.1/web.tgz", "https://10.1.2.3/web.tgz", "https://[::1]/web.tgz",
          "https://localhost/web.tgz", "https://registry.internal/web.tgz", "https://charts/web.tgz"
        }) {
      assertThatThrownBy(
              () ->
                  strict.fetch(
                      new Archive(URI.create(address), "", Credentials.NONE),
                      Optional.empty(),
                      folder))
          .as(address)
          .hasMessageEndingWith("leads to an address inside, which may not be asked here");
    }
    assertThatThrownBy(() -> source.fetch(archive("/web.tgz", ""), Optional.empty(), folder))
        .hasMessageEndingWith("leads to an address inside, which may not be asked here");
    assertThat(server.asked()).containsExactly("/web.tgz");
  }

  @Test
  void aNameThatLeadsInsideIsNotConnectedTo() {
    // given a name of this machine, which nobody would take for one from its look
    CheckedSockets sockets = new CheckedSockets(null, Hosts.OUTSIDE, "charts.example.com");

    // when, then
    assertThatThrownBy(
            () ->
                sockets
                    .createSocket()
                    .connect(
                        new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), server.address().getPort()),
                        1000))
        .isInstanceOf(CheckedSockets.InsideException.class);
  }

  @Test
  void aFolderIsTakenOnlyBelowTheOneThatIsOpen() throws Exception {
    // given
    Path open = Files.createDirectories(folder.resolve("open"));
    Path chart = Files.createDirectories(open.resolve("web"));
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Path link = Files.createSymbolicLink(open.resolve("link"), outside);
    ChartSource folders = new ChartSource(Hosts.OUTSIDE, Optional.of(open));

    // when, then
    assertThat(folders.fetch(new Folder(chart), Optional.empty(), folder).path())
        .isEqualTo(chart.toRealPath());
    for (Path other : new Path[] {link, outside, open.resolve("missing")}) {
      assertThatThrownBy(() -> folders.fetch(new Folder(other), Optional.empty(), folder))
          .hasMessage("there is no folder of that name with a chart");
    }
  }

  private ChartFile fetch(String constraint) throws SourceException {
    return source.fetch(repository(constraint), Optional.empty(), folder);
  }

  private InRepository repository(String constraint) {
    return new InRepository(address("/charts"), "web", constraint, Credentials.NONE);
  }

  private InRegistry registry(String constraint) {
    return new InRegistry(server.address(), "charts/web", constraint, Credentials.NONE);
  }

  private Archive archive(String path, String sha256) {
    return new Archive(address(path), sha256, Credentials.NONE);
  }

  private URI address(String path) {
    return server.address().resolve(path);
  }

  private static String manifest(byte[] chart) {
    return """
    {"schemaVersion":2,"config":{"mediaType":"application/vnd.cncf.helm.config.v1+json"},
     "layers":[{"mediaType":"application/vnd.cncf.helm.chart.content.v1.tar+gzip",
                "digest":"sha256:%s","size":%d}]}
    """
        .formatted(Digests.sha256(chart), chart.length);
  }

  private static String index(String... versions) {
    StringBuilder index =
        new StringBuilder(
            """
            apiVersion: v1
            entries:
              other:
                - version: 9.9.9
                  urls: [other.tgz]
              web:
            """);
    for (String version : versions) {
      index.append(
          """
              - apiVersion: v2
                name: web
                version: %1$s
                maintainers: [{name: ada, more: {deep: [1, 2]}}]
                urls:
                  - web-%1$s.tgz
                  - https://elsewhere.example/web-%1$s.tgz
          """
              .formatted(version));
    }
    return index + "generated: '2026-01-01T00:00:00Z'\n";
  }
}

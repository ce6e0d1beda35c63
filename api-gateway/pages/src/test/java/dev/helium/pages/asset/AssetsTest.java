package dev.helium.pages.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.support.Canned;
import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.PageServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AssetsTest {
  private final PageServer server =
      new PageServer(new CannedApi().answer("GET /v1/api/workspaces", Canned.page()));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aFileIsServedForGoodUnderANameThatHasItsHash() {
    // given
    String url = Assets.all().url("helium.css");

    // when
    HttpResponse<String> answer = server.get(url);

    // then
    assertThat(url).matches("/assets/helium\\.[0-9a-f]{16}\\.css");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("cache-control"))
        .hasValue("public, max-age=31536000, immutable");
    assertThat(answer.headers().firstValue("content-type")).hasValue("text/css;charset=utf-8");
    assertThat(answer.headers().firstValue("content-encoding")).isEmpty();
    assertThat(answer.body()).contains("color-scheme: light dark");
  }

  @Test
  void anotherContentHasAnotherName() {
    // when
    Asset one = Asset.of("a.js", new byte[] {1});
    Asset other = Asset.of("a.js", new byte[] {2});

    // then
    assertThat(one.file()).isNotEqualTo(other.file());
  }

  @Test
  void whoUnderstandsItGetsAFilePacked() throws IOException {
    // given
    String url = Assets.all().url("htmx.js");

    // when
    HttpResponse<byte[]> packed = server.bytes(url, "accept-encoding", "br, GZIP;q=0.8");
    HttpResponse<byte[]> plain = server.bytes(url, "accept-encoding", "gzip;q=0");

    // then
    assertThat(packed.headers().firstValue("content-encoding")).hasValue("gzip");
    assertThat(packed.headers().firstValue("vary")).hasValue("accept-encoding");
    byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
    assertThat(unpacked).isEqualTo(plain.body());
    assertThat(packed.body().length).isLessThan(plain.body().length / 2);
  }

  @Test
  void aNameWithAnOldHashIsNoFile() {
    // when
    HttpResponse<String> answer = server.get("/assets/helium.0000000000000000.css");

    // then
    assertThat(answer.statusCode()).isEqualTo(404);
  }
}

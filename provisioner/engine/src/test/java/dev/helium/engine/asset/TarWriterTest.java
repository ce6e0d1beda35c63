package dev.helium.engine.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The expected digests are those of Go's archive/tar, which the command line uses. */
class TarWriterTest {
  @Test
  void writesWhatTheCommandLineWrites() throws Exception {
    assertThat(digest("a"))
        .isEqualTo("691c0a06fd4105d1ae791b336b1a7d09628e026a11794ebbf0818a477b964a0e");
    assertThat(digest("dir/ü"))
        .isEqualTo("3d9e7d542b083e052fc61d9e3d0ff5153a5fd198c32c00077f83d867687e2bb5");
    assertThat(digest("d/".repeat(60) + "f"))
        .isEqualTo("817c675a5b1263a5b44efc33d7f19174f1bd17af203c6b4f089b1b83b4459ad8");
    assertThat(digest("x".repeat(120)))
        .isEqualTo("9c8b2b83e8685f2aa573fc8d6cf88e5186365ea375919314691aaeaabd374056");
    assertThat(digest("é".repeat(70) + "/y", "b"))
        .isEqualTo("b2b73fa0bd82da1aa983057b1972aa438723658397e4cfc78fa9ab297f080760");
    assertThat(digest("x".repeat(90) + "/" + "y".repeat(99)))
        .isEqualTo("d0c2da3e6aaad6a9cf5041538f2390370372c689d3055b4cb7038492cbfedbb0");
  }

  private static String digest(String... names) throws Exception {
    var digest = new Digest();
    try (var tar = new TarWriter(digest)) {
      for (var name : List.of(names)) {
        tar.add(name, name.getBytes(StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(digest.result());
  }
}

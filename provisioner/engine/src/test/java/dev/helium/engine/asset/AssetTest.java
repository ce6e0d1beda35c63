package dev.helium.engine.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.engine.EngineException;
import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ListValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.SecretValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import dev.helium.engine.property.Signatures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The expected hashes are what the command line records. */
class AssetTest {
  @TempDir Path folder;
  private AssetHashes hashes;

  @BeforeEach
  void open() {
    hashes = new AssetHashes(new AssetSource(folder, Duration.ofSeconds(10), 1024));
  }

  @Test
  void hashesATextByItsBytes() {
    // given
    var asset = asset("text", "hello");
    // when
    var hash = hash(asset);
    // then
    assertThat(hash).isEqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
  }

  @Test
  void hashesAFileLikeItsText() throws Exception {
    // given
    Files.writeString(folder.resolve("greeting"), "hello");
    // when
    var byPath = hash(asset("path", "greeting"));
    var byAddress = hash(asset("uri", folder.resolve("greeting").toUri().toString()));
    // then
    assertThat(byPath).isEqualTo(hash(asset("text", "hello"))).isEqualTo(byAddress);
  }

  @Test
  void hashesAnArchiveWithoutMembersAsTheCommandLineDoes() {
    // given
    var archive = archive(ObjectValue.empty());
    // when
    var hash = hash(archive);
    // then
    assertThat(hash).isEqualTo("5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef");
  }

  @Test
  void hashesAFolderLikeItsMembersOneByOne() throws Exception {
    // given
    Files.createDirectories(folder.resolve("site/b/.pulumi"));
    Files.writeString(folder.resolve("site/b/two"), "2");
    Files.writeString(folder.resolve("site/b/.pulumi/ignored"), "x");
    Files.writeString(folder.resolve("site/a"), "1");
    // when
    var byFolder =
        hash(
            ObjectValue.of(
                Map.of(
                    Signatures.KEY,
                    new TextValue(Signatures.ARCHIVE),
                    "path",
                    new TextValue("site"))));
    // then
    assertThat(byFolder)
        .isEqualTo(
            hash(
                archive(
                    ObjectValue.of(Map.of("a", asset("text", "1"), "b/two", asset("text", "2"))))));
  }

  @Test
  void findsAssetsInsideListsAndSecretsAndKeepsAHashThatIsThere() {
    // given
    var known = asset("text", "hello").with("hash", new TextValue("known"));
    var inputs =
        ObjectValue.of(
            Map.of("list", new ListValue(List.of(new SecretValue(asset("text", "x")), known))));
    // when
    var found = (ListValue) hashes.in(inputs).get("list");
    // then
    assertThat(((ObjectValue) ((SecretValue) found.elements().getFirst()).element()).text("hash"))
        .hasSize(64);
    assertThat(found.elements().getLast()).isEqualTo(known);
  }

  @Test
  void refusesWhatIsTooLargeOrNotThere() throws Exception {
    // given
    Files.write(folder.resolve("large"), new byte[1025]);
    // when
    assertThatThrownBy(() -> hash(asset("path", "large")))
        // then
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("larger than 1024 bytes");
    assertThatThrownBy(() -> hash(asset("path", "absent")))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("there is no file 'absent'");
  }

  private String hash(ObjectValue asset) {
    return ((ObjectValue) hashes.in(ObjectValue.of(Map.of("asset", asset))).get("asset"))
        .text("hash");
  }

  private static ObjectValue asset(String kind, String value) {
    return ObjectValue.of(
        Map.of(Signatures.KEY, new TextValue(Signatures.ASSET), kind, new TextValue(value)));
  }

  private static ObjectValue archive(PropertyValue members) {
    return ObjectValue.of(
        Map.of(Signatures.KEY, new TextValue(Signatures.ARCHIVE), "assets", members));
  }
}

package dev.helium.backends.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.backends.PreparationException;
import dev.helium.backends.schema.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Projects of others that become Helium's. */
class ProjectFileTest {
  @TempDir private Path settings;
  private Path folder;

  @BeforeEach
  void make() throws IOException {
    folder = Files.createDirectories(settings.resolve("source/programs/one"));
  }

  @Test
  void itHasOurNameAndOurSettingsAndTheRestStays() throws IOException {
    // given
    Files.writeString(
        folder.resolve("Pulumi.yaml"),
        """
        name: one
        runtime: {name: nodejs, options: {typescript: false}}
        description: "yes"
        main: src
        backend: {url: https://api.pulumi.com}
        stackConfigDir: ../elsewhere
        config:
          one:replicas: {type: integer, default: 3}
          aws:region: eu-west-1
          plain: {type: string}
        """);
    // when
    ProjectFile project = ProjectFile.in(folder).orElseThrow();
    project.write(folder, settings);
    // then
    assertThat(project.runtime()).isEqualTo("nodejs");
    assertThat(written())
        .isEqualTo(
            Map.of(
                "name", "helium",
                "runtime", Map.of("name", "nodejs", "options", Map.of("typescript", false)),
                "description", "yes",
                "main", "src",
                "stackConfigDir", "../../..",
                "config",
                    Map.of(
                        "replicas", Map.of("type", "integer", "default", 3),
                        "aws:region", "eu-west-1",
                        "plain", Map.of("type", "string"))));
    assertThat(folder.resolve(String.valueOf(written().get("stackConfigDir"))).toRealPath())
        .isEqualTo(settings.toRealPath());
  }

  @ParameterizedTest
  @CsvSource({"pulumi.yaml", "Pulumi.yml", "Pulumi.json"})
  void itIsFoundByEachOfItsNamesAndThenHasOne(String name) throws IOException {
    // given
    Files.writeString(folder.resolve(name), "{\"name\": \"one\", \"runtime\": \"go\"}");
    // when
    ProjectFile.in(folder).orElseThrow().write(folder, settings);
    // then
    assertThat(folder.resolve(name)).doesNotExist();
    assertThat(written()).containsEntry("runtime", "go").containsEntry("name", "helium");
  }

  @Test
  void anOldPlaceOfSettingsIsDropped() throws IOException {
    // given
    Files.writeString(folder.resolve("Pulumi.yaml"), "name: one\nruntime: go\nconfig: settings\n");
    // when
    ProjectFile.in(folder).orElseThrow().write(folder, settings);
    // then
    assertThat(written()).doesNotContainKey("config");
  }

  @Test
  void whereThereIsNoneThereIsNone() throws IOException {
    assertThat(ProjectFile.in(folder)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "name: [, is not valid YAML",
    "- list, is not valid YAML",
    "name: one, says no runtime",
  })
  void whatCannotBeRunIsRefused(String content, String rule) throws IOException {
    // given
    Files.writeString(folder.resolve("Pulumi.yaml"), content);
    // then
    assertThatThrownBy(() -> ProjectFile.in(folder))
        .isInstanceOf(PreparationException.class)
        .hasMessage("the file Pulumi.yaml of the program " + rule);
  }

  private Map<String, Object> written() throws IOException {
    String yaml = Files.readString(folder.resolve("Pulumi.yaml"));
    return Trees.map(new Load(LoadSettings.builder().build()).loadFromString(yaml), "it");
  }
}

package dev.helium.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.cluster.process.BoundedCommand;
import dev.helium.launcher.stub.StubProject;
import dev.helium.launcher.stub.UsesALibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchivesTest {
  /** The one with the most flags that have to agree with the archive's. */
  private static final ServiceName SERVICE = ServiceName.API_GATEWAY;

  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir Path directory;
  private Path project;
  private Home home;
  private Path library;

  @BeforeEach
  void describeAProject() throws IOException {
    project = StubProject.in(directory.resolve("project"));
    Files.createDirectories(project.resolve(".helium").resolve("build"));
    home = new Home(directory.resolve("home"));
    home.create();
    library = directory.resolve("library.jar");
    Files.copy(
        Path.of(ObjectMapper.class.getProtectionDomain().getCodeSource().getLocation().getPath()),
        library);
    Path classpath = project.resolve(SERVICE.module()).resolve("target").resolve("classpath");
    Files.writeString(classpath, library + ":" + Files.readString(classpath));
  }

  @Test
  void aStartTakesTheClassesOfLibrariesFromTheArchive() throws IOException {
    // given
    run(archives().arguments(SERVICE, recording()));

    // when
    maker().make();

    // then
    Path loaded = directory.resolve("loaded");
    List<String> arguments = new ArrayList<>(archives().arguments(SERVICE, recording()));
    arguments.add("-Xlog:class+load:file=" + loaded);
    assertThat(run(arguments)).isEqualTo("{\"done\":true}\n");
    assertThat(Files.readString(loaded))
        .contains(ObjectMapper.class.getName() + " source: shared objects file")
        .contains(UsesALibrary.class.getName() + " source: file:");
  }

  @Test
  void aDamagedArchiveIsLeftAsideWithAWarning() throws IOException {
    // given
    run(archives().arguments(SERVICE, recording()));
    maker().make();
    Path archive = archives().of(SERVICE);
    byte[] content = Files.readAllBytes(archive);
    for (int place = content.length / 2; place < content.length / 2 + 1000; place++) {
      content[place] ^= 1;
    }
    Files.write(archive, content);

    // when
    String output = run(archives().arguments(SERVICE, recording()));

    // then
    assertThat(output).endsWith("{\"done\":true}\n");
    assertThat(output.lines().filter(line -> line.contains("[warning]"))).hasSize(1);
  }

  @Test
  void anotherLibraryTakesAnotherArchiveAndTheOldOneGoes() throws IOException {
    // given
    run(archives().arguments(SERVICE, recording()));
    maker().make();
    Path old = archives().of(SERVICE);

    // when
    Files.setLastModifiedTime(library, FileTime.fromMillis(0));
    List<String> arguments = archives().arguments(SERVICE, recording());
    run(arguments);
    maker().make();

    // then
    assertThat(arguments).singleElement().asString().startsWith("-XX:DumpLoadedClassList=");
    try (var files = Files.list(archives().directory())) {
      assertThat(files).containsExactly(archives().of(SERVICE)).doesNotContain(old);
    }
  }

  @Test
  void nothingIsKeptWhereTheScriptHasBuiltNothing() throws IOException {
    // given
    Path elsewhere = StubProject.in(directory.resolve("elsewhere"));

    // when
    List<String> arguments = archives(elsewhere).arguments(SERVICE, recording());

    // then
    assertThat(arguments).isEmpty();
  }

  @Test
  void whatIsMadeAlreadyIsNotMadeAgain() throws IOException {
    // given
    Files.createDirectories(archives().directory());
    Files.writeString(archives().of(SERVICE), "made already");
    Files.writeString(recording(), "java/lang/Object\n");

    // when
    maker().make();

    // then
    assertThat(archives().of(SERVICE)).content().isEqualTo("made already");
  }

  private ClassArchives archives() {
    return archives(project);
  }

  private ClassArchives archives(Path builtIn) {
    return new ClassArchives(builtIn, new RuntimeClasspath(builtIn, home.library()));
  }

  private ArchiveMaker maker() {
    return new ArchiveMaker(project, home, StackListener.silent());
  }

  private Path recording() {
    return home.recordingOf(ServiceInstance.first(SERVICE));
  }

  /** As the service is started, but for its main class. */
  private String run(List<String> hints) {
    List<String> command = new ArrayList<>(List.of(ServiceProcesses.JAVA.toString()));
    command.addAll(JvmFlags.of(SERVICE));
    command.addAll(hints);
    command.add("-cp");
    command.add(new RuntimeClasspath(project, home.library()).of(SERVICE).text());
    command.add(UsesALibrary.class.getName());
    BoundedCommand.Result result = BoundedCommand.run(command, Map.of(), LIMIT);
    assertThat(result.exitCode()).as(result.output()).isZero();
    return result.output();
  }
}

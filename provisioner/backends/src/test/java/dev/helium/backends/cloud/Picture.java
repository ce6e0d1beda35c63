package dev.helium.backends.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.pulumi.Context;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What a program registers, without any cloud: every resource with its inputs. A resource is called
 * {@code type/name}, and what refers to it shows so.
 */
public final class Picture implements Mocks {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  /** What people sign in to clouds with; nothing that looks like it is kept. */
  private static final Set<String> KEYS = Set.of("accessKey", "secretKey", "token", "credentials");

  private final Map<String, Object> resources = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Object>> outputs;
  private final Map<String, Map<String, Object>> answers;

  private Picture(
      Map<String, Map<String, Object>> outputs, Map<String, Map<String, Object>> answers) {
    this.outputs = outputs;
    this.answers = answers;
  }

  /**
   * What came of a program.
   *
   * @param picture in JSON
   */
  public record Run(String picture, TestResult result) {
    /** What a stack puts out under a name. */
    public String output(String name) {
      return String.valueOf(PulumiTest.extractValue(result.output(name)));
    }
  }

  /**
   * Runs a program.
   *
   * @param outputs that the cloud adds to the inputs of resources, by their type
   * @param answers to questions, by their name
   */
  public static Run of(
      Consumer<Context> program,
      Map<String, Map<String, Object>> outputs,
      Map<String, Map<String, Object>> answers)
      throws JsonProcessingException {
    Picture picture = new Picture(outputs, answers);
    try {
      TestResult result = PulumiTest.withMocks(picture).runTest(program).throwOnError();
      return new Run(JSON.writeValueAsString(new TreeMap<>(picture.resources)) + "\n", result);
    } finally {
      PulumiTest.cleanup();
    }
  }

  /**
   * The one that is kept as a resource of the tests; with {@code -Dhelium.pictures=write} it
   * becomes the one given.
   */
  public static String kept(String name, String now) throws IOException {
    Path file =
        Path.of(
            System.getProperty("helium.root"),
            "provisioner/backends/src/test/resources/dev/helium/backends",
            name);
    if (System.getProperty("helium.pictures", "").equals("write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, now);
    }
    return Files.readString(file);
  }

  @Override
  public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs registered) {
    String name = title(registered.type, registered.name);
    Map<String, Object> inputs = new TreeMap<>(registered.inputs);
    if (registered.type.startsWith("pulumi:providers:")) {
      inputs.replaceAll((field, value) -> KEYS.contains(field) ? "as given" : value);
    }
    resources.put(
        name,
        registered.provider == null || registered.provider.isEmpty()
            ? inputs
            : Map.of("inputs", inputs, "provider", registered.provider.replaceAll(".*::", "")));
    Map<String, Object> state = new HashMap<>(inputs);
    state.putIfAbsent("name", registered.name);
    state.putAll(outputs.getOrDefault(registered.type, Map.of()));
    return CompletableFuture.completedFuture(ResourceResult.of(Optional.of(name), state));
  }

  @Override
  public CompletableFuture<Map<String, Object>> callAsync(CallArgs asked) {
    return CompletableFuture.completedFuture(answers.getOrDefault(asked.token, Map.of()));
  }

  private static String title(String type, String name) {
    return type.replaceAll(":[^:/]*/[^:]*", "").replaceFirst(":", ".") + "/" + name;
  }
}

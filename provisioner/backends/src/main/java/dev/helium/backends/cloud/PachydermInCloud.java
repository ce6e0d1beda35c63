package dev.helium.backends.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.Config;
import com.pulumi.Context;
import dev.helium.backends.BackendInput;
import dev.helium.backends.ConfigEntry;
import dev.helium.backends.Footprint;
import dev.helium.backends.Problem;
import dev.helium.backends.SecretMaterial;
import dev.helium.backends.Validated;
import dev.helium.backends.pachyderm.PachydermBackend;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.ValuesBackend;
import dev.helium.backends.schema.Trees;
import dev.helium.backends.values.ValuesFile;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Pachyderm whose data is in a cloud: a bucket, an identity that opens it, and names are made
 * around it. The parameter {@code pachyderm} holds values of its own; what a cloud says wins over
 * them.
 */
public abstract class PachydermInCloud extends ValuesBackend {
  /** Accounts in the namespace that open the bucket. */
  protected static final List<String> ACCOUNTS = List.of("pachyderm", "pachyderm-worker");

  private static final String VALUES = "pachyderm";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the product is told of the surroundings, by the request fields of the first Helium. */
  private static final List<String> FIELDS =
      List.of(
          "pachdVersion",
          "consoleVersion",
          "notebooksVersion",
          "mountServerVersion",
          "helmVersion",
          "disableNotebooks");

  private final PachydermBackend product = new PachydermBackend();

  /** Rules of the cloud's own values; each problem names the value's path. */
  protected abstract List<Problem> surroundingsBroken(Values values);

  /** Values of the product that lead it into the cloud. */
  protected abstract Map<String, Object> surroundings(Values values, String workspace, long life);

  /** Registers what is around the product, and puts out what comes of it. */
  protected abstract void register(Values values, Context context);

  @Override
  public final boolean takesCluster() {
    return true;
  }

  @Override
  public final Footprint footprint(BackendInput input) {
    return validate(input) instanceof Validated.Accepted
        ? product.footprint(example(values(input)))
        : Footprint.UNKNOWN;
  }

  @Override
  public final Set<String> madeOnce(BackendInput input) {
    return product.madeOnce(example(values(input)));
  }

  @Override
  public final Map<String, ConfigEntry> make(
      BackendInput input, Set<String> kept, SecretMaterial material, Instant now) {
    return product.make(example(values(input)), kept, material, now);
  }

  @Override
  protected final List<Problem> check(Values values) {
    List<Problem> broken = surroundingsBroken(values);
    if (!broken.isEmpty()) {
      return broken;
    }
    return product.validate(example(values)) instanceof Validated.Rejected rejected
        ? rejected.problems().stream().map(PachydermInCloud::own).toList()
        : List.of();
  }

  @Override
  protected final void run(Values values, Context context) {
    register(values, context);
    Config config = context.config("helium");
    product.run(
        context,
        input(values, config.require("id"), Long.parseLong(config.require("incarnation"))));
  }

  /** Annotations of the accounts that open the bucket, as values of the product. */
  protected static Map<String, Object> accounts(Map<String, String> annotations) {
    return Map.of(
        "serviceAccount",
        Map.of("name", ACCOUNTS.getFirst(), "additionalAnnotations", annotations),
        "worker",
        Map.of(
            "serviceAccount",
            Map.of("name", ACCOUNTS.getLast(), "additionalAnnotations", annotations)));
  }

  /** Values of which none has a meaning without the others. */
  protected static List<Problem> allOrNone(Values values, List<String> paths) {
    return paths.stream().noneMatch(values::has)
        ? List.of()
        : paths.stream()
            .filter(path -> !values.has(path))
            .map(path -> new Problem(path, "must be given together with " + others(path, paths)))
            .toList();
  }

  private static String others(String path, List<String> paths) {
    return paths.stream().filter(other -> !other.equals(path)).collect(Collectors.joining(" and "));
  }

  private BackendInput example(Values values) {
    return input(values, "example", 1);
  }

  private BackendInput input(Values values, String workspace, long life) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : FIELDS) {
      String path = "versions." + field;
      if (values.has(path)) {
        fields.put(field, values.text(path));
      }
    }
    Map<String, Object> all =
        Trees.merge(values.at(VALUES).tree(), surroundings(values, workspace, life));
    try {
      return new BackendInput(fields, JSON.writeValueAsString(all));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("values that are no JSON", impossible);
    }
  }

  /** By the name that the requester knows it by. */
  private static Problem own(Problem problem) {
    String prefix = ValuesFile.FIELD;
    String path =
        problem.field().startsWith(prefix)
            ? VALUES + problem.field().substring(prefix.length())
            : "versions." + problem.field();
    return new Problem(path, problem.rule());
  }
}

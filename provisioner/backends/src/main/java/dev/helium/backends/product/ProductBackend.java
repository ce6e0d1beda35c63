package dev.helium.backends.product;

import com.pulumi.Context;
import dev.helium.backends.Backend;
import dev.helium.backends.BackendInput;
import dev.helium.backends.ConfigEntry;
import dev.helium.backends.Footprint;
import dev.helium.backends.Manifest;
import dev.helium.backends.Problem;
import dev.helium.backends.SecretMaterial;
import dev.helium.backends.Validated;
import dev.helium.backends.values.ValuesFile;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A backend that is told as objects. What they all have in common is added here: the namespace
 * itself, labels, the annotation of their expiry, checksums, and that nobody waits for them in the
 * program. Thread-safe, as long as what is abstract here is made of its arguments alone.
 */
public abstract class ProductBackend implements Backend {
  private static final String NOBODY = "example";

  private final Manifest manifest;
  private final ValuesPlan plan;

  /** Its manifest stands beside the class. */
  protected ProductBackend() {
    this.manifest = Manifest.beside(getClass());
    this.plan = new ValuesPlan(manifest);
  }

  /** Secrets that are made once for a workspace with these values. */
  public abstract List<GeneratedSecret> secrets(Values values);

  /** Rules between values that a schema cannot tell; each problem names the value's path. */
  protected List<Problem> check(Values values) {
    return List.of();
  }

  /**
   * All objects but the namespace, in any order, without namespace, and without the labels and
   * annotations that all have. A pure function: the same setting gives the same objects.
   */
  public abstract List<HasMetadata> objects(Setting setting);

  /**
   * What the namespace says to others than Helium. A pure function, and the same for as long as the
   * workspace and its expiry are.
   */
  protected NamespaceMarks namespace(Setting setting) {
    return NamespaceMarks.NONE;
  }

  /** What the stack puts out besides {@code K8sNamespace}; never a secret. */
  protected Map<String, String> links(Setting setting) {
    return Map.of();
  }

  /**
   * Whether its pods use config maps or secrets that it makes, and so have to start anew when those
   * change.
   */
  protected boolean usesConfiguration(Values values) {
    return true;
  }

  /** By which the stack knows an object; the same for as long as the object is. */
  protected String logicalName(ObjectTree object) {
    return object.kind() + "/" + object.name();
  }

  @Override
  public final Manifest manifest() {
    return manifest;
  }

  @Override
  public final Validated validate(BackendInput input) {
    ValuesPlan.Result result = plan.of(input);
    List<Problem> problems = new ArrayList<>(result.problems());
    if (problems.isEmpty()) {
      problems.addAll(broken(result.values()));
    }
    return problems.isEmpty()
        ? new Validated.Accepted(ProductConfiguration.of(input))
        : new Validated.Rejected(problems);
  }

  @Override
  public final Footprint footprint(BackendInput input) {
    ValuesPlan.Result result = plan.of(input);
    return result.problems().isEmpty() && broken(result.values()).isEmpty()
        ? ObjectFootprint.of(MarkedObjects.told(this, example(result.values())))
        : Footprint.UNKNOWN;
  }

  @Override
  public final boolean takesCluster() {
    return true;
  }

  @Override
  public final Set<String> madeOnce(BackendInput input) {
    return SecretConfiguration.keys(allSecrets(values(input)));
  }

  @Override
  public final Map<String, ConfigEntry> make(
      BackendInput input, Set<String> kept, SecretMaterial material, Instant now) {
    return SecretConfiguration.missing(allSecrets(values(input)), kept, material, now);
  }

  @Override
  public final Consumer<Context> program() {
    return context -> new ProductProgram(this, context).run();
  }

  /** For a backend that makes more around it: the program, with an input that one gives. */
  public final void run(Context context, BackendInput input) {
    new ProductProgram(this, context, input).run();
  }

  /**
   * What counts for an input that was accepted.
   *
   * @throws IllegalStateException when it breaks a rule, naming fields and no values
   */
  final Values values(BackendInput input) {
    ValuesPlan.Result result = plan.of(input);
    if (!result.problems().isEmpty()) {
      throw new IllegalStateException(
          "the values are not taken: " + result.problems().stream().map(Problem::field).toList());
    }
    return result.values();
  }

  /** Those of the product and the kit's own. */
  final List<GeneratedSecret> allSecrets(Values values) {
    List<GeneratedSecret> all = new ArrayList<>(secrets(values));
    if (usesConfiguration(values)) {
      all.add(Checksums.KEY);
    }
    return List.copyOf(all);
  }

  /** A setting of no workspace, with secrets that nobody uses. */
  final Setting example(Values values) {
    return new Setting(
        NOBODY, 1, Instant.EPOCH.toString(), values, ExampleSecrets.of(allSecrets(values)));
  }

  /** Also what shows only when the objects are made: a value that a null took away. */
  private List<Problem> broken(Values values) {
    try {
      List<Problem> problems =
          check(values).stream()
              .map(problem -> new Problem(ValuesFile.FIELD + "." + problem.field(), problem.rule()))
              .toList();
      if (problems.isEmpty()) {
        MarkedObjects.of(this, example(values));
      }
      return problems;
    } catch (ValueException lacking) {
      return List.of(new Problem(ValuesFile.FIELD + "." + lacking.path(), lacking.rule()));
    } catch (IllegalArgumentException unfit) {
      // Without its words, which quote what people wrote.
      return List.of(
          new Problem(
              ValuesFile.FIELD,
              "holds a part that Kubernetes would not take, such as an affinity of another form"));
    }
  }
}

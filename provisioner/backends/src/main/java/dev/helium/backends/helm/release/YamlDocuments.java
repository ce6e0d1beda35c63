package dev.helium.backends.helm.release;

import dev.helium.backends.schema.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML as Helm and kubectl do: version 1.1, where {@code 0644} is 420 and {@code yes} is
 * true, but without its dates and numbers of base 60. Everything else here reads version 1.2.
 */
public final class YamlDocuments {
  private static final int MOST_ALIASES = 1_000;
  private static final int DEEPEST = 100;

  private YamlDocuments() {}

  /**
   * All documents that are maps, in order.
   *
   * @param most characters
   * @throws YAMLException when it is no YAML, or too much
   */
  public static List<Map<String, Object>> read(String yaml, int most) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(most);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    options.setNestingDepthLimit(DEEPEST);
    options.setAllowDuplicateKeys(true);
    DumperOptions unused = new DumperOptions();
    Yaml reader =
        new Yaml(
            new SafeConstructor(options), new Representer(unused), unused, options, new Scalars());
    List<Map<String, Object>> documents = new ArrayList<>();
    for (Object document : reader.loadAll(yaml)) {
      if (document instanceof Map<?, ?> map) {
        documents.add(Trees.copy(map));
      }
    }
    return documents;
  }

  /** What a plain word is, as the YAML library of Kubernetes takes it. */
  private static final class Scalars extends Resolver {
    private static final Pattern TRUTH =
        Pattern.compile(
            "y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF");
    private static final Pattern WHOLE =
        Pattern.compile("[-+]?(0b[01_]+|0x[0-9a-fA-F_]+|0[0-7_]*|[1-9][0-9_]*)");
    private static final Pattern FRACTION =
        Pattern.compile(
            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, TRUTH, "yYnNtTfFoO", 10);
      addImplicitResolver(Tag.INT, WHOLE, "-+0123456789");
      addImplicitResolver(Tag.FLOAT, FRACTION, "-+0123456789.");
      addImplicitResolver(Tag.MERGE, MERGE, "<", 10);
      addImplicitResolver(Tag.NULL, NULL, "~nN\0", 10);
      addImplicitResolver(Tag.NULL, EMPTY, null, 10);
    }
  }
}

package dev.helium.gateway.workspaces;

import dev.helium.domain.Workspace;
import java.util.regex.Pattern;

/**
 * The command with which a person's {@code kubectl} turns to a workspace, where its backend says
 * none of its own.
 *
 * @param template at most 2,000 characters on one line, with {@code {namespace}}; {@code {id}} is
 *     known too. Anything else is an {@link IllegalArgumentException} whose message is the rule.
 */
public record KubeconfigCommand(String template) {
  /** Needs nothing but a context of the cluster; which one is the person's. */
  public static final String DEFAULT =
      "kubectl config set-context --current --namespace={namespace}";

  private static final int LONGEST = 2_000;
  private static final String NAMESPACE = "{namespace}";
  private static final String ID = "{id}";
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  /** What a namespace may be called; nothing in it means anything to a shell. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  public KubeconfigCommand {
    if (template.length() > LONGEST
        || !template.contains(NAMESPACE)
        || CONTROL.matcher(template).find()) {
      throw new IllegalArgumentException(
          "must be one line of at most " + LONGEST + " characters with " + NAMESPACE);
    }
  }

  /**
   * The command for a namespace of a workspace in the cluster that Helium works on; empty where the
   * namespace is not known, or the workspace asked to be in another cluster.
   */
  String of(Workspace workspace, String namespace) {
    boolean elsewhere = workspace.spec().clusterStack().isPresent();
    return elsewhere || !NAME.matcher(namespace).matches()
        ? ""
        : template.replace(NAMESPACE, namespace).replace(ID, workspace.id().value());
  }
}

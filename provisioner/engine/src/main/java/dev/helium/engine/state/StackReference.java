package dev.helium.engine.state;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.util.regex.Pattern;

/** The name of a stack within a state folder, where the organization is always the same. */
public record StackReference(String project, String stack) {
  private static final String ORGANIZATION = "organization";
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{1,100}");

  public StackReference {
    // The name becomes part of paths: nothing that climbs.
    if (!isName(project)) {
      throw new EngineException(FailureClass.INVALID, "not a project name: " + project);
    }
    if (!isName(stack)) {
      throw new EngineException(
          FailureClass.INVALID,
          "a stack name may only contain alphanumeric, hyphens, underscores, or periods: " + stack);
    }
  }

  /** True for what can be the name of a project or stack. */
  static boolean isName(String text) {
    return NAME.matcher(text).matches() && !text.startsWith(".");
  }

  /** The reference a user typed: {@code stack}, {@code organization/stack} or the full form. */
  public static StackReference parse(String text, String currentProject) {
    var parts = text.split("/", -1);
    if (parts.length > 1 && !ORGANIZATION.equals(parts[0])) {
      throw new EngineException(
          FailureClass.INVALID, "organization name must be '" + ORGANIZATION + "'");
    }
    return switch (parts.length) {
      case 1 -> new StackReference(currentProject, parts[0]);
      case 2 -> new StackReference(currentProject, parts[1]);
      case 3 -> new StackReference(parts[1], parts[2]);
      default -> throw new EngineException(FailureClass.INVALID, "not a stack name: " + text);
    };
  }

  /** The full form. */
  public String qualified() {
    return ORGANIZATION + "/" + project + "/" + stack;
  }
}

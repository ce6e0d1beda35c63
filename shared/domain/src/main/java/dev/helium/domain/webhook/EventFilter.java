package dev.helium.domain.webhook;

import dev.helium.domain.Labels;
import dev.helium.domain.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Which events are wanted: those that every part lets pass. An empty part lets all pass.
 *
 * @param workspaces any of these; at most {@value #MOST}
 * @param owner who made the workspace, in the life that the event is of
 * @param backend of the workspace
 * @param types any of these: a whole type, or the beginning of one before a {@code *}; at most
 *     {@value #MOST}
 * @param labels that the workspace had when it happened, all of them: {@code name=value}, or a name
 *     with whichever value
 */
public record EventFilter(
    List<WorkspaceId> workspaces,
    String owner,
    String backend,
    List<String> types,
    List<String> labels) {
  public static final int MOST = 50;
  public static final int LONGEST_NAME = 254;
  public static final String TYPE_RULE =
      "must be types such as dev.helium.workspace.deleted.v1, or beginnings of them with a * at the"
          + " end, "
          + MOST
          + " at most, separated by commas";

  public static final String LABEL_RULE =
      "must be labels such as team=blue, or their names, "
          + Labels.MOST
          + " at most, separated by commas";

  /** All events. */
  public static final EventFilter ALL = new EventFilter(List.of(), "", "", List.of());

  private static final Pattern TYPE = Pattern.compile("[a-z0-9.-]{0,120}\\*|[a-z0-9.-]{1,120}");

  public EventFilter {
    workspaces = List.copyOf(workspaces);
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(backend, "backend");
    types = List.copyOf(types);
    labels = List.copyOf(labels);
    if (workspaces.size() > MOST || types.size() > MOST) {
      throw new IllegalArgumentException("a filter names at most " + MOST + " of each");
    }
    if (owner.length() > LONGEST_NAME || backend.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "a name in a filter has at most " + LONGEST_NAME + " characters");
    }
    if (!types.stream().allMatch(EventFilter::isType)) {
      throw new IllegalArgumentException(TYPE_RULE);
    }
    if (labels.size() > Labels.MOST || !labels.stream().allMatch(EventFilter::isLabel)) {
      throw new IllegalArgumentException(LABEL_RULE);
    }
  }

  /** Whatever the labels. */
  public EventFilter(
      List<WorkspaceId> workspaces, String owner, String backend, List<String> types) {
    this(workspaces, owner, backend, types, List.of());
  }

  /** Whether a text can be a type, or the beginning of one before a {@code *}. */
  public static boolean isType(String text) {
    return TYPE.matcher(text).matches();
  }

  /** Whether a text can be a label with its value, or the name of one. */
  public static boolean isLabel(String text) {
    int equals = text.indexOf('=');
    return Labels.check(
            equals < 0
                ? Map.of(text, "")
                : Map.of(text.substring(0, equals), text.substring(equals + 1)))
        .isEmpty();
  }

  /** What the event says by itself. */
  public boolean mayMatch(String workspace, String type) {
    return (workspaces.isEmpty()
            || workspaces.stream().anyMatch(wanted -> wanted.value().equals(workspace)))
        && (types.isEmpty() || types.stream().anyMatch(wanted -> matches(wanted, type)));
  }

  /** Whether it also matters what else is known of the workspace. */
  public boolean asksForLife() {
    return !owner.isEmpty() || !backend.isEmpty() || asksForLabels();
  }

  /** Whether it also matters which labels it had. */
  public boolean asksForLabels() {
    return !labels.isEmpty();
  }

  /** What else is known of the workspace, when the event happened. */
  public boolean matchesLife(String itsOwner, String itsBackend, Map<String, String> itsLabels) {
    return (owner.isEmpty() || owner.equals(itsOwner))
        && (backend.isEmpty() || backend.equals(itsBackend))
        && labels.stream().allMatch(label -> isAmong(label, itsLabels));
  }

  private static boolean isAmong(String label, Map<String, String> labels) {
    int equals = label.indexOf('=');
    return equals < 0
        ? labels.containsKey(label)
        : label.substring(equals + 1).equals(labels.get(label.substring(0, equals)));
  }

  private static boolean matches(String wanted, String type) {
    return wanted.endsWith("*")
        ? type.startsWith(wanted.substring(0, wanted.length() - 1))
        : type.equals(wanted);
  }
}

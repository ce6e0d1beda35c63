package dev.helium.engine.run;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.state.StackReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what is recorded under an older name of a resource and gives it the new one. A resource
 * whose parent was renamed is also looked for under the names that follow from the parent's old
 * one.
 */
final class AliasResolver {
  private final StackReference stack;
  private final StackSnapshot snapshot;

  /** The URNs at the beginning, which programs mean, to those of now. */
  private final Map<String, String> recorded = new HashMap<>();

  private final Map<String, String> claimedBy = new HashMap<>();
  private final Map<String, String> oldNames = new HashMap<>();
  private final Set<String> registered = new HashSet<>();

  AliasResolver(StackReference stack, StackSnapshot snapshot) {
    this.stack = stack;
    this.snapshot = snapshot;
    for (var resource : snapshot.untouched()) {
      if (!resource.condition().delete()) {
        recorded.put(resource.urn(), resource.urn());
      }
    }
  }

  /** Takes the name for a resource; whatever is recorded under an older one has it from now on. */
  synchronized void claim(String urn, String parent, Goal goal) {
    registered.add(urn);
    if (claimedBy.containsKey(urn)) {
      throw new EngineException(
          FailureClass.INVALID,
          "duplicate resource URN '"
              + urn
              + "' conflicting with alias on resource with URN '"
              + claimedBy.get(urn)
              + "'");
    }
    if (recorded.containsKey(urn)) {
      return;
    }
    for (var alias : aliases(parent, goal)) {
      if (recorded.containsKey(alias) && !alias.equals(urn)) {
        take(alias, urn);
        return;
      }
    }
  }

  /** The older names that a program gives a resource, in full. */
  synchronized List<String> given(String parent, Goal goal) {
    return goal.aliases().stream().map(alias -> resolve(alias, parent, goal)).toList();
  }

  private void take(String alias, String urn) {
    if (registered.contains(alias)) {
      throw conflict(alias, urn, alias);
    }
    if (claimedBy.containsKey(alias)) {
      throw conflict(alias, urn, claimedBy.get(alias));
    }
    claimedBy.put(alias, urn);
    oldNames.put(urn, alias);
    var renamed = new HashMap<String, String>();
    rename(recorded.get(alias), urn, renamed);
    snapshot.rename(renamed);
    recorded.replaceAll((original, now) -> renamed.getOrDefault(now, now));
  }

  /** The types of parents are part of the names of children: those change along. */
  private void rename(String from, String to, Map<String, String> renamed) {
    renamed.put(from, to);
    if (Urns.qualifiedType(from).equals(Urns.qualifiedType(to))) {
      return;
    }
    for (var child : snapshot.untouched()) {
      if (child.links().parent().equals(from) && !renamed.containsKey(child.urn())) {
        rename(child.urn(), Urns.of(stack, to, child.type(), Urns.name(child.urn())), renamed);
      }
    }
  }

  private Set<String> aliases(String parent, Goal goal) {
    var aliases = new LinkedHashSet<String>();
    var own = given(parent, goal);
    aliases.addAll(own);
    var oldParent = oldNames.get(parent);
    if (oldParent != null) {
      aliases.add(inherited(goal.type(), goal.name(), parent, oldParent));
      for (var alias : own) {
        aliases.add(inherited(Urns.type(alias), Urns.name(alias), parent, oldParent));
      }
    }
    return aliases;
  }

  private String resolve(Alias alias, String parent, Goal goal) {
    return alias.resolve(stack, parent, goal, urn -> oldNames.getOrDefault(urn, urn));
  }

  /** By custom the names of children begin with the name of their parent. */
  private String inherited(String type, String name, String parent, String oldParent) {
    var parentName = Urns.name(parent);
    return Urns.of(
        stack,
        oldParent,
        type,
        name.startsWith(parentName)
            ? Urns.name(oldParent) + name.substring(parentName.length())
            : name);
  }

  private static EngineException conflict(String alias, String urn, String other) {
    return new EngineException(
        FailureClass.INVALID,
        "duplicate resource alias '"
            + alias
            + "' applied to resource with URN '"
            + urn
            + "' conflicting with resource with URN '"
            + other
            + "'");
  }
}

package dev.helium.deletion.ledger;

import dev.helium.deletion.proof.NamespaceFacts;
import dev.helium.deletion.tenure.Life;
import dev.helium.deletion.tenure.Lives;
import dev.helium.domain.ClusterName;
import dev.helium.domain.OrphanKind;
import dev.helium.domain.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The lives of the log against one picture of what there is. Pure. What the picture does not show
 * is not spoken of.
 */
record Comparison(Lives lives, Picture picture, Instant now, Duration patience) {
  private static final int MOST_NAMED = 3;

  /** All that is not in order, in the order of kinds and names. */
  List<Suspect> suspects() {
    List<Suspect> suspects = new ArrayList<>();
    picture.clusters().forEach((cluster, seen) -> cluster(cluster, seen, suspects));
    if (picture.shows(Side.STACKS, ClusterName.DEFAULT)) {
      picture.stacks().forEach(stack -> stack(stack, suspects));
    }
    lives.forEach((workspace, life) -> life(workspace, life, suspects));
    suspects.sort(
        Comparator.comparing(Suspect::kind)
            .thenComparing(Suspect::cluster)
            .thenComparing(Suspect::name));
    return suspects;
  }

  private void cluster(ClusterName cluster, ClusterPicture seen, List<Suspect> suspects) {
    if (picture.shows(Side.NAMESPACES, cluster)) {
      seen.namespaces().values().forEach(facts -> namespace(cluster, facts, suspects));
    }
    if (picture.shows(Side.OBJECTS, cluster)) {
      seen.objects()
          .found()
          .forEach((workspace, objects) -> objects(cluster, workspace, objects, suspects));
    }
  }

  /** What carries the label of a living workspace is in order, in whichever cluster it is. */
  private void namespace(ClusterName cluster, NamespaceFacts facts, List<Suspect> suspects) {
    Life life = lives.of(facts.workspace());
    if (facts.workspace().isEmpty() || life.isLived()) {
      return;
    }
    OrphanKind kind =
        life.stage() == Life.Stage.NEVER
            ? OrphanKind.UNKNOWN_NAMESPACE
            : OrphanKind.STRAY_NAMESPACE;
    List<String> evidence = new ArrayList<>();
    evidence.add(
        "namespace "
            + facts.name()
            + in(cluster)
            + " of "
            + seconds(facts.created())
            + " carries the label of workspace "
            + facts.workspace()
            + (facts.incarnation().isEmpty() ? "" : ", incarnation " + facts.incarnation())
            + (facts.deleting() ? ", and is being deleted" : ""));
    evidence.add(ofLog(facts.workspace(), life));
    facts.holders().stream().limit(MOST_NAMED).forEach(evidence::add);
    suspects.add(
        new Suspect(
            kind, cluster, facts.name(), facts.workspace(), life, facts.incarnation(), evidence));
  }

  private void objects(
      ClusterName cluster, WorkspaceId workspace, Set<String> objects, List<Suspect> suspects) {
    Life life = lives.of(workspace);
    if (life.isLived() || objects.isEmpty()) {
      return;
    }
    String named = String.join(", ", objects.stream().sorted().limit(MOST_NAMED).toList());
    int more = objects.size() - MOST_NAMED;
    suspects.add(
        new Suspect(
            OrphanKind.STRAY_OBJECTS,
            cluster,
            workspace.value(),
            workspace.value(),
            life,
            "",
            List.of(
                "the label of workspace "
                    + workspace
                    + " is on "
                    + named
                    + (more > 0 ? " and " + more + " more" : "")
                    + in(cluster),
                ofLog(workspace.value(), life))));
  }

  private void stack(String name, List<Suspect> suspects) {
    Life life = lives.of(name);
    if (life.isLived() && life.stage() != Life.Stage.DESTROYED) {
      return;
    }
    suspects.add(
        new Suspect(
            OrphanKind.STRAY_STACK,
            ClusterName.DEFAULT,
            name,
            name,
            life,
            "",
            List.of("there is a state file of stack " + name, ofLog(name, life))));
  }

  private void life(WorkspaceId workspace, Life life, List<Suspect> suspects) {
    switch (life.stage()) {
      case PROVISIONED -> present(workspace, life, suspects);
      case LEAVING, DESTROYED -> proven(workspace, life, suspects);
      case NEVER, UNFINISHED, OVER -> {}
    }
  }

  private void present(WorkspaceId workspace, Life life, List<Suspect> suspects) {
    ClusterName cluster = new ClusterName(life.cluster());
    if (life.namespace().isEmpty()
        || !picture.shows(Side.NAMESPACES, cluster)
        || picture.clusters().get(cluster).namespaces().containsKey(life.namespace())) {
      return;
    }
    suspects.add(
        new Suspect(
            OrphanKind.MISSING_NAMESPACE,
            cluster,
            life.namespace(),
            workspace.value(),
            life,
            Integer.toString(life.incarnation()),
            List.of(
                missing(life),
                "attempt " + life.attempt() + " had made it by " + seconds(life.since()))));
  }

  static String missing(Life life) {
    return "namespace "
        + life.namespace()
        + " does not exist"
        + in(new ClusterName(life.cluster()));
  }

  /** The default cluster is meant where none is named. */
  static String in(ClusterName cluster) {
    return cluster.isDefault() ? "" : " in cluster " + cluster;
  }

  private void proven(WorkspaceId workspace, Life life, List<Suspect> suspects) {
    if (life.since().plus(patience).isAfter(now)) {
      return;
    }
    suspects.add(
        new Suspect(
            OrphanKind.UNPROVEN,
            ClusterName.DEFAULT,
            workspace.value(),
            workspace.value(),
            life,
            Integer.toString(life.incarnation()),
            List.of(
                "its deletion was asked for at " + seconds(life.since()),
                life.stage() == Life.Stage.DESTROYED
                    ? "its stack is gone, and something of it is still found in the cluster"
                    : "its stack is not gone")));
  }

  private static Instant seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  private static String ofLog(String workspace, Life life) {
    return switch (life.stage()) {
      case NEVER -> "the log knows no workspace " + workspace;
      case OVER ->
          "by the log life "
              + life.incarnation()
              + " of "
              + workspace
              + " was proven gone at "
              + seconds(life.since());
      case DESTROYED -> "by the log the stack of " + workspace + " was destroyed";
      case UNFINISHED, PROVISIONED, LEAVING -> "by the log " + workspace + " lives";
    };
  }
}

package dev.helium.engine.run;

import dev.helium.engine.run.RunSettings.PendingCreations;
import java.util.List;

/** Settings of runs, by what is special about them. */
final class Settings {
  private boolean preview;
  private List<String> targets = List.of();
  private boolean targetDependents;
  private List<String> excludes = List.of();
  private boolean excludeDependents;
  private List<String> replaces = List.of();
  private boolean continueOnError;
  private boolean refresh;
  private PendingCreations pendingCreations = PendingCreations.LOOKED_UP;

  Settings preview() {
    preview = true;
    return this;
  }

  Settings targets(String... urns) {
    targets = List.of(urns);
    return this;
  }

  Settings targetDependents() {
    targetDependents = true;
    return this;
  }

  Settings excludes(String... urns) {
    excludes = List.of(urns);
    return this;
  }

  Settings excludeDependents() {
    excludeDependents = true;
    return this;
  }

  Settings replaces(String... urns) {
    replaces = List.of(urns);
    return this;
  }

  Settings continueOnError() {
    continueOnError = true;
    return this;
  }

  Settings refresh() {
    refresh = true;
    return this;
  }

  Settings pendingCreations(PendingCreations value) {
    pendingCreations = value;
    return this;
  }

  RunSettings build() {
    return new RunSettings(
        preview,
        "",
        new UrnPatterns(targets),
        targetDependents,
        new UrnPatterns(excludes),
        excludeDependents,
        new UrnPatterns(replaces),
        continueOnError,
        refresh,
        false,
        true,
        pendingCreations);
  }
}

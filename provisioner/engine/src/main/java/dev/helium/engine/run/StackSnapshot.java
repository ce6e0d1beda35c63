package dev.helium.engine.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.state.Deployment;
import dev.helium.engine.state.PendingOperation;
import dev.helium.engine.state.ResourceState;
import dev.helium.engine.state.ResourceState.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The state of a stack while a run changes it: what this run has touched, in the order in which it
 * was done, followed by what it has not touched yet. Everything recorded here is in the file before
 * the method returns, except steps that change nothing.
 */
final class StackSnapshot {
  private final StateSink sink;
  private final String salt;
  private final ObjectNode rest;
  private final List<ResourceState> untouched;
  private final List<ResourceState> touched = new ArrayList<>();
  private final List<PendingOperation> pending;
  private final Map<String, ObjectValue> notMade = new HashMap<>();
  private long change;
  private long flushed;

  StackSnapshot(Deployment loaded, String salt, StateSink sink) {
    this.sink = sink;
    this.salt = salt;
    this.rest = loaded.rest();
    this.untouched = new ArrayList<>(loaded.resources());
    this.pending = new ArrayList<>(loaded.pending());
  }

  /**
   * The recorded resource of a name that this run has not touched yet; replaced ones do not count.
   */
  synchronized Optional<ResourceState> recorded(String urn) {
    return untouched.stream()
        .filter(resource -> resource.urn().equals(urn) && !resource.condition().delete())
        .findFirst();
  }

  /** The resource of a name as this run has made or found it, else as recorded. */
  synchronized Optional<ResourceState> current(String urn) {
    return touched.stream()
        .filter(resource -> resource.urn().equals(urn))
        .findFirst()
        .or(() -> recorded(urn));
  }

  /** A resource that this run has registered or read. */
  synchronized Optional<ResourceState> registered(String urn) {
    return touched.stream().filter(resource -> resource.urn().equals(urn)).findFirst();
  }

  /** Gives resources new URNs, wherever they are named. */
  void rename(Map<String, String> renames) {
    save(
        () -> {
          untouched.replaceAll(resource -> Renaming.of(resource, renames));
          touched.replaceAll(resource -> Renaming.of(resource, renames));
        });
  }

  /** The resource that configures a provider, by its URN and id; a replaced one counts too. */
  synchronized Optional<ResourceState> provider(String reference) {
    return Stream.concat(touched.stream(), untouched.stream())
        .filter(resource -> (resource.urn() + "::" + resource.id()).equals(reference))
        .findFirst();
  }

  /** What this run has not touched. */
  synchronized List<ResourceState> untouched() {
    return List.copyOf(untouched);
  }

  /** Operations that an earlier run began and did not end. */
  synchronized List<PendingOperation> pending() {
    return List.copyOf(pending);
  }

  /** Everything, in the order of the file. */
  synchronized List<ResourceState> all() {
    return deployment().resources();
  }

  /** Notes that an operation begins. */
  PendingOperation begin(PendingOperation.Kind kind, ResourceState resource) {
    var operation = new PendingOperation(resource, kind);
    save(() -> pending.add(operation));
    return operation;
  }

  /** Notes that an operation did not happen. */
  void abandon(PendingOperation operation) {
    save(() -> forget(operation));
  }

  /**
   * Notes that a creation of an earlier run has made nothing so far. A request of that run may
   * still be on its way, so whoever creates it now is to give it the same name: what comes late
   * then meets the same object instead of making another one.
   */
  void notMade(PendingOperation operation) {
    save(
        () -> {
          forget(operation);
          notMade.put(operation.resource().urn(), operation.resource().inputs());
        });
  }

  /** The inputs with which an earlier run wanted to create a resource; empty for all others. */
  synchronized ObjectValue attempted(String urn) {
    return notMade.getOrDefault(urn, ObjectValue.empty());
  }

  /** Notes a resource that was made; whatever was recorded under its name is kept beside it. */
  void created(PendingOperation operation, ResourceState made) {
    save(
        () -> {
          forget(operation);
          touched.add(made);
        });
  }

  /** Notes a resource that took the place of another one, which is to be deleted later. */
  void createdBeside(PendingOperation operation, ResourceState old, ResourceState made) {
    save(
        () -> {
          forget(operation);
          touched.add(made);
          replaceUntouched(old, replaced(old));
        });
  }

  /** Notes a resource that was changed, or made after the old one had been deleted. */
  void createdAfter(PendingOperation operation, ResourceState old, ResourceState made) {
    save(
        () -> {
          forget(operation);
          Records.remove(untouched, old);
          touched.add(made);
        });
  }

  /** Notes a resource that stays; this reaches the file with the next change. */
  synchronized void same(ResourceState old, ResourceState now) {
    Records.remove(untouched, old);
    touched.add(now);
    if (!old.equals(now)) {
      change++;
    }
  }

  /** Notes a resource without a provider: there is nothing that can fail. */
  void registered(ResourceState old, ResourceState now) {
    save(
        () -> {
          if (old != null) {
            Records.remove(untouched, old);
          }
          touched.add(now);
        });
  }

  /** Notes that a resource is gone. */
  void deleted(PendingOperation operation, ResourceState old) {
    save(
        () -> {
          forget(operation);
          Records.remove(untouched, old);
          Records.remove(touched, old);
        });
  }

  /** Notes that a resource was deleted so that a new one can come. */
  void deletedToReplace(PendingOperation operation, ResourceState old) {
    var waiting = old.withCondition(new Condition(false, true, false, List.of()));
    save(
        () -> {
          forget(operation);
          replaceUntouched(old, waiting);
        });
  }

  /**
   * Takes out of all links what is no longer recorded. A child whose parent is gone belongs to that
   * one's parent.
   *
   * @param before every resource there was, with the parents they had
   */
  void repairLinks(List<ResourceState> before) {
    save(() -> untouched.replaceAll(LinkRepair.of(before, untouched)));
  }

  /** Replaces what is recorded of an untouched resource. */
  void refreshed(ResourceState old, ResourceState now) {
    save(() -> replaceUntouched(old, now));
  }

  /** Replaces what is recorded of a touched resource; reaches the file with the next change. */
  synchronized void replaceTouched(ResourceState old, ResourceState now) {
    var index = Records.indexOf(touched, old);
    if (index >= 0 && !old.equals(now)) {
      touched.set(index, now);
      change++;
    }
  }

  /** Notes what an interrupted creation left behind, as if an earlier run had recorded it. */
  void adopted(PendingOperation operation, ResourceState found) {
    save(
        () -> {
          forget(operation);
          untouched.removeIf(old -> old.urn().equals(found.urn()) && !old.condition().delete());
          untouched.add(found);
        });
  }

  /** The same for the new one of a replacement; the old one is to be deleted. */
  void adoptedBeside(PendingOperation operation, ResourceState old, ResourceState found) {
    save(
        () -> {
          forget(operation);
          replaceUntouched(old, replaced(old));
          untouched.add(found);
        });
  }

  /** Notes that a resource cannot be kept: a new one may come beside it. */
  void leaving(ResourceState old) {
    save(() -> replaceUntouched(old, replaced(old)));
  }

  /** Makes sure that the file has everything. */
  void flush() {
    long latest;
    synchronized (this) {
      latest = change;
      if (latest == flushed) {
        return;
      }
    }
    write(latest);
  }

  private void save(Runnable alteration) {
    long number;
    synchronized (this) {
      alteration.run();
      change++;
      number = change;
    }
    write(number);
  }

  private void write(long number) {
    sink.write(number, this::numbered);
    synchronized (this) {
      flushed = Math.max(flushed, number);
    }
  }

  private synchronized StateSink.Numbered numbered() {
    return new StateSink.Numbered(change, deployment());
  }

  private Deployment deployment() {
    return new Deployment(RecordedOrder.of(touched, untouched), pending, salt, rest);
  }

  private void forget(PendingOperation operation) {
    if (operation != null) {
      pending.remove(operation);
    }
  }

  private void replaceUntouched(ResourceState old, ResourceState now) {
    var index = Records.indexOf(untouched, old);
    if (index < 0) {
      throw new IllegalStateException("not recorded: " + old.urn());
    }
    untouched.set(index, now);
  }

  /** One that was only read stays so: it is not deleted in the end. */
  private static ResourceState replaced(ResourceState old) {
    return old.withCondition(new Condition(true, false, old.condition().external(), List.of()));
  }
}

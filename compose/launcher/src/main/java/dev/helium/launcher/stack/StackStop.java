package dev.helium.launcher.stack;

import dev.helium.cluster.LocalCluster;
import dev.helium.cluster.component.ClusterException;
import dev.helium.cluster.component.Lifetime;
import dev.helium.cluster.component.Polling;
import dev.helium.cluster.process.Directories;
import dev.helium.cluster.process.DirectoryLock;
import dev.helium.launcher.console.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ends everything of a home, whoever started it. */
public final class StackStop {
  private static final Duration LOCK_LIMIT = Duration.ofMinutes(3);

  /** Longer than a service takes to finish what is under way. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private static final Duration LEFT_OVER_GRACE = Duration.ofSeconds(10);
  private static final Duration INTERVAL = Duration.ofMillis(50);

  private final Home home;
  private final StackListener listener;
  private final ServiceProcesses processes;
  private final MonitorProcesses monitors;

  public StackStop(Home home, StackListener listener) {
    this.home = home;
    this.listener = listener;
    this.processes = new ServiceProcesses(home, Lifetime.DETACHED, Map.of());
    this.monitors = new MonitorProcesses(home, Lifetime.DETACHED);
  }

  /**
   * Stops in the reverse order of starting, and returns when no process is left.
   *
   * @return how many parts ran
   */
  public int down() {
    if (!Files.isDirectory(home.root())) {
      return 0;
    }
    try {
      Files.createDirectories(home.run());
      try (DirectoryLock _ =
          DirectoryLock.acquire(
              home.run(),
              LOCK_LIMIT,
              () -> listener.note("Waiting for another helium command to finish."))) {
        // First: who watches must not take what follows for an accident.
        Deployment.forget(home);
        int stopped = stopMonitors() + stopServices();
        if (ClusterPart.stop(home)) {
          listener.stopped(ClusterPart.NAME, "stopped");
          stopped++;
        }
        return stopped + stopLeftOvers();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (ClusterException failure) {
      throw new UserException(failure.getMessage(), failure);
    }
  }

  /**
   * Deletes what the home holds, after {@link #down()}.
   *
   * @return what was deleted, relative to the home
   */
  public List<String> wipe() {
    List<String> wiped = new ArrayList<>();
    if (!Files.isDirectory(home.root())) {
      return wiped;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(home.root())) {
      for (Path entry : entries) {
        if (entry.equals(home.build())) {
          continue;
        }
        if (entry.equals(home.cluster())) {
          LocalCluster.wipe(entry);
        } else if (Files.isDirectory(entry)) {
          Directories.delete(entry);
        } else {
          Files.delete(entry);
        }
        wiped.add(entry.getFileName().toString());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (ClusterException failure) {
      throw new UserException(failure.getMessage(), failure);
    }
    wiped.sort(String::compareTo);
    return wiped;
  }

  private int stopMonitors() {
    int stopped = 0;
    for (MonitorName monitor : List.of(MonitorName.values()).reversed()) {
      listener.waiting(monitor.label(), "stopping");
      if (monitors.stop(monitor)) {
        listener.stopped(monitor.label(), "stopped");
        stopped++;
      }
    }
    return stopped;
  }

  private int stopServices() {
    int stopped = 0;
    for (ServiceInstance service : ServiceInstance.all().reversed()) {
      long begun = System.nanoTime();
      listener.waiting(service.label(), "stopping");
      if (processes.stop(service, GRACE)) {
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        listener.stopped(
            service.label(),
            took.compareTo(GRACE) < 0 ? "stopped" : "killed after " + GRACE.toSeconds() + " s");
        stopped++;
      }
    }
    return stopped;
  }

  /** Those whose record got lost: they say on their command line which home they belong to. */
  private int stopLeftOvers() {
    List<ProcessHandle> left = CommandLines.ofHome(home);
    left.forEach(ProcessHandle::destroy);
    if (!Polling.until(
        () -> left.stream().noneMatch(ProcessHandle::isAlive), INTERVAL, LEFT_OVER_GRACE)) {
      left.forEach(ProcessHandle::destroyForcibly);
    }
    left.forEach(
        process -> listener.stopped("process " + process.pid(), "stopped; it had no record"));
    return left.size();
  }
}

package dev.helium.backends.helm.source;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads what the {@code index.yaml} of a repository says of one chart. Those of large repositories
 * have tens of megabytes, so nothing else of it is kept.
 *
 * @see <a href="https://helm.sh/docs/topics/chart_repository/#the-index-file">the format</a>
 */
final class RepositoryIndex {
  private static final int MOST_VERSIONS = 10_000;

  private final Iterator<Event> events;
  private final String chart;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * A version of a chart.
   *
   * @param url of its archive, as written; empty for none
   * @param digest SHA-256 of the archive; empty for none
   */
  record Entry(String version, String url, String digest) {}

  private RepositoryIndex(Iterator<Event> events, String chart) {
    this.events = events;
    this.chart = chart;
  }

  /**
   * All versions of a chart; none when there is no such chart.
   *
   * @throws SourceException when it is no index
   */
  static List<Entry> read(byte[] yaml, String chart) throws SourceException {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    try {
      RepositoryIndex index =
          new RepositoryIndex(
              new Parse(settings).parseInputStream(new ByteArrayInputStream(yaml)).iterator(),
              chart);
      index.read();
      return index.entries;
    } catch (YamlEngineException | StackOverflowError unfit) {
      throw SourceException.refused("the index of the repository is no valid YAML");
    }
  }

  private void read() throws SourceException {
    // The start of the stream, which is always there.
    events.next();
    if (!(events.next() instanceof DocumentStartEvent)
        || !(events.next() instanceof MappingStartEvent)) {
      throw SourceException.refused("the repository has no index");
    }
    for (Event key = events.next(); !(key instanceof MappingEndEvent); key = events.next()) {
      Event value = events.next();
      if (isNamed(key, "entries") && value instanceof MappingStartEvent) {
        charts();
      } else {
        skip(value);
      }
    }
  }

  private void charts() {
    for (Event key = events.next(); !(key instanceof MappingEndEvent); key = events.next()) {
      Event value = events.next();
      if (isNamed(key, chart) && value instanceof SequenceStartEvent) {
        versions();
      } else {
        skip(value);
      }
    }
  }

  private void versions() {
    for (Event item = events.next(); !(item instanceof SequenceEndEvent); item = events.next()) {
      if (item instanceof MappingStartEvent && entries.size() < MOST_VERSIONS) {
        entries.add(version());
      } else {
        skip(item);
      }
    }
  }

  private Entry version() {
    String version = "";
    String url = "";
    String digest = "";
    for (Event key = events.next(); !(key instanceof MappingEndEvent); key = events.next()) {
      Event value = events.next();
      if (isNamed(key, "version") && value instanceof ScalarEvent scalar) {
        version = scalar.getValue();
      } else if (isNamed(key, "digest") && value instanceof ScalarEvent scalar) {
        digest = scalar.getValue();
      } else if (isNamed(key, "urls") && value instanceof SequenceStartEvent) {
        url = first();
      } else {
        skip(value);
      }
    }
    return new Entry(version, url, digest);
  }

  private String first() {
    String first = "";
    for (Event item = events.next(); !(item instanceof SequenceEndEvent); item = events.next()) {
      if (first.isEmpty() && item instanceof ScalarEvent scalar) {
        first = scalar.getValue();
      } else {
        skip(item);
      }
    }
    return first;
  }

  /** Passes over the rest of what has begun. */
  private void skip(Event begun) {
    int depth = depth(begun);
    while (depth > 0) {
      depth += depth(events.next());
    }
  }

  private static int depth(Event event) {
    return switch (event) {
      case MappingStartEvent ignored -> 1;
      case SequenceStartEvent ignored -> 1;
      case MappingEndEvent ignored -> -1;
      case SequenceEndEvent ignored -> -1;
      default -> 0;
    };
  }

  private static boolean isNamed(Event key, String name) {
    return key instanceof ScalarEvent scalar && scalar.getValue().equals(name);
  }
}

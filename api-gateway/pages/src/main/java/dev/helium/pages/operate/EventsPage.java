package dev.helium.pages.operate;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.frame.Section;
import dev.helium.pages.operate.read.EventNames;
import dev.helium.pages.web.LiveStream;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Query;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The newest events, as they come. A script reads the API's stream; without one, a command does.
 */
public final class EventsPage {
  /** From where on events are shown. */
  public enum Since {
    MINUTES("15m", "15 minutes ago", Duration.ofMinutes(15)),
    HOUR("1h", "an hour ago", Duration.ofHours(1)),
    DAY("1d", "a day ago", Duration.ofDays(1)),
    NOW("now", "now", Duration.ZERO);

    private final String id;
    private final String word;
    private final Duration length;

    Since(String id, String word, Duration length) {
      this.id = id;
      this.word = word;
      this.length = length;
    }

    static Since named(String id) {
      return Arrays.stream(values())
          .filter(since -> since.id.equals(id))
          .findFirst()
          .orElse(MINUTES);
    }

    public String id() {
      return id;
    }

    public String word() {
      return word;
    }

    private String from(Instant now) {
      return this == NOW ? id : now.minus(length).toString();
    }
  }

  /**
   * What its template is filled with.
   *
   * @param stream of the API that is shown
   */
  public record Model(
      Frame frame,
      String workspace,
      String owner,
      String backend,
      String type,
      Since since,
      String stream) {
    public List<String> types() {
      return LiveStream.TYPES;
    }

    public String shown(String eventType) {
      return EventNames.shown(eventType);
    }

    /** For {@code selected}, which null leaves out. */
    public boolean isSince(Since other) {
      return since == other;
    }

    public boolean isFiltered() {
      return !(workspace + owner + backend + type).isEmpty();
    }
  }

  void mount(Site site) {
    site.page(Tab.EVENTS.path(), Gate.operators(EventsPage::html));
  }

  private static Future<PageAnswer> html(PageRequest request) {
    Since since = Since.named(request.query("since"));
    String type = LiveStream.TYPES.contains(request.query("type")) ? request.query("type") : "";
    Query stream =
        LiveStream.all()
            .with("workspace", request.query("workspace"))
            .with("owner", request.query("owner"))
            .with("backend", request.query("backend"))
            .with("type", type)
            .with("from", since.from(request.now()));
    return Future.succeededFuture(
        PageAnswer.html(
            "operate/events.jte",
            new Model(
                request.frame("Events", Section.OPERATE),
                request.query("workspace"),
                request.query("owner"),
                request.query("backend"),
                type,
                since,
                stream.toString())));
  }
}

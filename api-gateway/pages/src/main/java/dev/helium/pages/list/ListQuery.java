package dev.helium.pages.list;

import dev.helium.pages.read.WorkspaceStatus;
import dev.helium.pages.web.LiveStream;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Which workspaces are listed, and how. What is no value of its kind is passed over when it is read
 * from an address; what only the API can judge is left to it.
 *
 * @param labels as they were typed, separated by commas
 * @param cursor where the page begins; empty for the first one
 * @param page which one that is, from 1
 */
public record ListQuery(
    Scope scope,
    List<WorkspaceStatus> statuses,
    String backend,
    String labels,
    String text,
    String sort,
    String cursor,
    int page) {
  /** How many a page has. */
  public static final int LIMIT = 50;

  /** What the list is sorted by unless somebody says otherwise. */
  public static final String NAME = "name";

  private static final List<String> SORTS =
      List.of(NAME, "-name", "created", "-created", "expiry", "-expiry", "status", "-status");
  private static final int LONGEST = 254;
  private static final int LAST_PAGE = 1_000_000;

  public ListQuery {
    Objects.requireNonNull(scope, "scope");
    statuses = List.copyOf(statuses);
    Objects.requireNonNull(backend, "backend");
    Objects.requireNonNull(labels, "labels");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(sort, "sort");
    Objects.requireNonNull(cursor, "cursor");
  }

  static ListQuery of(PageRequest request) {
    String sort = request.query("sort");
    String cursor = request.query("cursor");
    return new ListQuery(
        Scope.named(request.query("scope"), request.viewer()),
        WorkspaceStatus.LISTED.stream()
            .filter(status -> request.queries("status").contains(status.id()))
            .toList(),
        shortened(request.query("backend")),
        shortened(request.query("label")),
        shortened(request.query("text")),
        SORTS.contains(sort) ? sort : NAME,
        cursor,
        cursor.isEmpty() ? 1 : page(request.query("page")));
  }

  /** What the API is asked for. */
  Query api(String viewer) {
    return Query.of("/v1/api/workspaces")
        .with("view", "full")
        .with("owner", scope == Scope.MINE ? viewer : "")
        .with("backend", backend)
        .with("status", statuses.stream().map(WorkspaceStatus::id).toList())
        .with("label", labelList())
        .with("text", text)
        .with("sort", sort)
        .with("limit", LIMIT)
        .with("cursor", cursor);
  }

  /**
   * The events after which the list may be another. Labels do not narrow it: an event that takes
   * one away has it no more.
   */
  Query stream(String viewer) {
    return LiveStream.all()
        .with("owner", scope == Scope.MINE ? viewer : "")
        .with("backend", backend);
  }

  /** This list at an address of these pages. */
  public String at(String path) {
    return address(path)
        .with("cursor", cursor)
        .with("page", cursor.isEmpty() ? "" : page + "")
        .toString();
  }

  /** The page that begins there. */
  public String next(String nextCursor) {
    return address(ListPage.PATH).with("cursor", nextCursor).with("page", page + 1).toString();
  }

  public String first() {
    return address(ListPage.PATH).toString();
  }

  /** Of others, or everybody's, with the same filters. */
  public String of(Scope other) {
    return new ListQuery(other, statuses, backend, labels, text, sort, "", 1).first();
  }

  /** Sorted by that, or the other way round where it is already. */
  public String sortedBy(String word) {
    String other = sort.equals(word) ? "-" + word : word;
    return new ListQuery(scope, statuses, backend, labels, text, other, "", 1).first();
  }

  /** For {@code aria-sort}: null leaves the attribute out. */
  public String direction(String word) {
    if (sort.equals(word)) {
      return "ascending";
    }
    return sort.equals("-" + word) ? "descending" : null;
  }

  /** Without any filter. */
  public String all() {
    return Query.of(ListPage.PATH).with("scope", scope.id()).toString();
  }

  public boolean isFiltered() {
    return !statuses.isEmpty() || !backend.isEmpty() || !labels.isEmpty() || !text.isEmpty();
  }

  public boolean isMine() {
    return scope == Scope.MINE;
  }

  private Query address(String path) {
    return Query.of(path)
        .with("scope", scope.id())
        .with("text", text)
        .with("backend", backend)
        .with("status", statuses.stream().map(WorkspaceStatus::id).toList())
        .with("label", labels)
        .with("sort", sort.equals(NAME) ? "" : sort);
  }

  private List<String> labelList() {
    return Arrays.stream(labels.split("[,\\s]+")).filter(each -> !each.isEmpty()).toList();
  }

  private static String shortened(String value) {
    return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
  }

  private static int page(String text) {
    try {
      return Math.clamp(Integer.parseInt(text), 1, LAST_PAGE);
    } catch (NumberFormatException e) {
      return 1;
    }
  }
}

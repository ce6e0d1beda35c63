package dev.helium.service.tracing;

/** What spans say about themselves. Where there is a common name for it, that is used. */
public enum Tag {
  WORKSPACE("helium.workspace"),
  BACKEND("helium.backend"),
  /** The number of an attempt, from 1. */
  ATTEMPT("helium.attempt"),
  COMMAND("helium.command"),
  /** What came of it, in one word. */
  OUTCOME("helium.outcome"),
  /** Type and name of what an engine has made or changed. */
  RESOURCE("helium.resource"),
  METHOD("http.request.method"),
  STATUS("http.response.status_code");

  private final String key;

  Tag(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }
}

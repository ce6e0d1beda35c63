package dev.helium.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Brings the body of an older writer one change nearer to what is written today. */
@FunctionalInterface
interface Upcast {
  /**
   * The newer body, which may be the same object, changed. A body that was written with the change
   * already is left as it is when both go by the same version.
   */
  ObjectNode newer(ObjectNode older);

  /** For a text that was added without a new version: records from before it get this one. */
  static Upcast adding(String field, String value) {
    return older -> older.has(field) ? older : older.put(field, value);
  }

  /** The same for a number. */
  static Upcast adding(String field, int value) {
    return older -> older.has(field) ? older : older.put(field, value);
  }

  /** The same for a map in a part of the record: those from before it have an empty one. */
  static Upcast addingMap(String part, String field) {
    return older -> {
      if (older.get(part) instanceof ObjectNode inner && !inner.has(field)) {
        inner.putObject(field);
      }
      return older;
    };
  }

  /** The same for a map of the record itself. */
  static Upcast addingMap(String field) {
    return older -> {
      if (!older.has(field)) {
        older.putObject(field);
      }
      return older;
    };
  }

  /** The same for a list: records from before it have an empty one. */
  static Upcast addingList(String field) {
    return older -> {
      if (!older.has(field)) {
        older.putArray(field);
      }
      return older;
    };
  }

  /** The same for a list in a part of the record. */
  static Upcast addingList(String part, String field) {
    return older -> {
      if (older.get(part) instanceof ObjectNode inner && !inner.has(field)) {
        inner.putArray(field);
      }
      return older;
    };
  }
}

package dev.helium.engine.event;

import com.pulumi.automation.OperationType;

/**
 * What an operation is called.
 *
 * @param sign two characters at the start of its line
 * @param plan before it is done
 * @param doing while it is done
 * @param done afterwards
 */
record StepWords(String sign, String plan, String doing, String done) {
  static StepWords of(OperationType operation) {
    return switch (operation) {
      case CREATE -> new StepWords("+ ", "create", "creating", "created");
      case UPDATE -> new StepWords("~ ", "update", "updating", "updated");
      case DELETE -> new StepWords("- ", "delete", "deleting", "deleted");
      case REPLACE -> new StepWords("+-", "replace", "replacing", "replaced");
      case CREATE_REPLACEMENT ->
          new StepWords("++", "create replacement", "creating replacement", "created replacement");
      case DELETE_REPLACED ->
          new StepWords("--", "delete original", "deleting original", "deleted original");
      case READ -> new StepWords("> ", "read", "reading", "read");
      case READ_REPLACEMENT ->
          new StepWords(">>", "read replacement", "reading replacement", "read replacement");
      case REFRESH -> new StepWords("~ ", "refresh", "refreshing", "refreshed");
      case READ_DISCARD, DISCARD_REPLACED ->
          new StepWords("< ", "discard", "discarding", "discarded");
      case IMPORT -> new StepWords("= ", "import", "importing", "imported");
      case IMPORT_REPLACEMENT ->
          new StepWords(
              "=>", "import replacement", "importing replacement", "imported replacement");
      case SAME, UNKNOWN, REMOVE_PENDING_REPLACE -> new StepWords("  ", "", "", "unchanged");
    };
  }
}

package dev.helium.launcher.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.log.DeadLetter;

/** What came of dealing with dead letters: told one by one to a person, at the end to a program. */
final class LetterOutcomes {
  private final CommandContext context;
  private final boolean forPrograms;
  private final ObjectNode document = JsonNodeFactory.instance.objectNode();
  private final ArrayNode list = document.putArray("DeadLetters");
  private int refused;

  LetterOutcomes(CommandContext context) {
    this.context = context;
    this.forPrograms = context.isForPrograms();
  }

  void done(DeadLetter letter, String how) {
    add(letter, true, how);
    if (!forPrograms) {
      context.console().done(label(letter), how);
    }
  }

  void refused(DeadLetter letter, String why) {
    refused++;
    add(letter, false, why);
    if (!forPrograms) {
      context.console().failed(label(letter), why);
    }
  }

  int refused() {
    return refused;
  }

  /**
   * Ends it.
   *
   * @param conclusion for a person; may be empty
   */
  void tell(String conclusion) {
    if (forPrograms) {
      context.document(document);
    } else if (!conclusion.isEmpty()) {
      context.console().line(conclusion);
    }
  }

  private void add(DeadLetter letter, boolean done, String detail) {
    list.addObject().put("Number", letter.number()).put("Done", done).put("Detail", detail);
  }

  private static String label(DeadLetter letter) {
    return "dead letter " + letter.number();
  }
}

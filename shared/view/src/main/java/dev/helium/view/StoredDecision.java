package dev.helium.view;

import dev.helium.domain.FieldError;
import dev.helium.domain.Refusal;
import dev.helium.domain.RefusalReason;
import dev.helium.domain.WorkspaceId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A decision as the map holds it.
 *
 * @param accepted whether {@code word} is a consequence; otherwise it is the reason of a refusal
 * @param fields of the refusal's errors, in the order of {@code rules}
 */
record StoredDecision(
    String workspace, boolean accepted, String word, List<String> fields, List<String> rules) {

  static StoredDecision of(Decision decision) {
    return switch (decision) {
      case Decision.Accepted(WorkspaceId workspace, Decision.Consequence consequence) ->
          new StoredDecision(workspace.value(), true, consequence.name(), List.of(), List.of());
      case Decision.Refused(WorkspaceId workspace, Refusal refusal) ->
          new StoredDecision(
              workspace.value(),
              false,
              refusal.reason().name(),
              refusal.errors().stream().map(FieldError::field).toList(),
              refusal.errors().stream().map(FieldError::rule).toList());
    };
  }

  Decision decision() {
    WorkspaceId id = new WorkspaceId(workspace);
    return accepted
        ? new Decision.Accepted(id, Decision.Consequence.valueOf(word))
        : new Decision.Refused(id, new Refusal(RefusalReason.valueOf(word), errors()));
  }

  private List<FieldError> errors() {
    return IntStream.range(0, fields.size())
        .mapToObj(index -> new FieldError(fields.get(index), rules.get(index)))
        .toList();
  }
}

package dev.helium.domain;

import java.util.Map;

/** What a requester says about the labels of a workspace. */
public sealed interface LabelRequest {
  /** Nothing was said: none for a new workspace, no change for an existing one. */
  record Unspecified() implements LabelRequest {}

  /** Those and no others; none when empty. */
  record Exactly(Map<String, String> labels) implements LabelRequest {
    public Exactly {
      labels = Map.copyOf(labels);
    }
  }
}

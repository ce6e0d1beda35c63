package dev.helium.domain;

import java.util.Objects;

/**
 * One resource of a workspace that has been dealt with.
 *
 * @param operation in the engine's words: create, update, delete, …
 * @param resource type and name
 */
public record Step(String operation, String resource) {
  public Step {
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(resource, "resource");
  }
}

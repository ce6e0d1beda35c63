package dev.helium.view;

import dev.helium.domain.Workspace;

/**
 * For what a key was first used.
 *
 * @param at in milliseconds since 1970
 */
record KeyUse(String request, long at) {
  /** True while the key stands for this request and no other. */
  boolean isBinding(long now) {
    return now - at < Workspace.REMEMBERED_FOR.toMillis();
  }
}

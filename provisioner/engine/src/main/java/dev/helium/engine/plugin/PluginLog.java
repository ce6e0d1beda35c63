package dev.helium.engine.plugin;

/** Takes what a plugin says about its work. */
@FunctionalInterface
interface PluginLog {
  /**
   * Takes a message.
   *
   * @param severity {@code debug}, {@code info}, {@code warning} or {@code error}
   * @param urn the resource it is about, empty for none
   * @param passing true when the next message takes its place
   */
  void say(String severity, String message, String urn, boolean passing);
}

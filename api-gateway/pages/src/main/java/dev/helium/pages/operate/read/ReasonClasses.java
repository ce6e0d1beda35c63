package dev.helium.pages.operate.read;

/** Where to look when something has failed, in words. */
public final class ReasonClasses {
  private ReasonClasses() {}

  /** A class of a newer version stays as it is. */
  public static String shown(String reasonClass) {
    return switch (reasonClass) {
      case "program" -> "The backend's program";
      case "cluster" -> "The cluster";
      case "source" -> "The program's source";
      case "quota" -> "A quota of the cluster";
      case "timeout" -> "It took too long";
      case "engine" -> "The engine";
      case "request" -> "What was asked for";
      case "image" -> "An image";
      case "scheduling" -> "No node has room";
      case "volume" -> "A volume";
      case "configuration" -> "A configuration";
      case "starting" -> "A container does not start";
      case "crash" -> "A container crashes";
      case "memory" -> "Out of memory";
      case "probe" -> "A probe fails";
      case "rollout" -> "A rollout is stuck";
      case "job" -> "A job failed";
      case "node" -> "A node";
      case "network" -> "The network";
      case "deletion" -> "The deletion";
      default -> reasonClass;
    };
  }
}

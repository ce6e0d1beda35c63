package dev.helium.launcher.stub;

import com.fasterxml.jackson.databind.ObjectMapper;

/** A process that loads a class of a library, and ends. */
public final class UsesALibrary {
  private UsesALibrary() {}

  public static void main(String[] arguments) {
    System.out.println(new ObjectMapper().createObjectNode().put("done", true));
  }
}

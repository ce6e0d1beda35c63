package dev.helium.launcher.settings;

/** What the command line says; what it does not say is empty. */
public record GivenSettings(String server, String tokenFile, String output) {
  public static final String SERVER = "--server";
  public static final String TOKEN_FILE = "--token-file";
  public static final String OUTPUT = "--output";

  /** When it says nothing. */
  public static GivenSettings none() {
    return new GivenSettings("", "", "");
  }
}

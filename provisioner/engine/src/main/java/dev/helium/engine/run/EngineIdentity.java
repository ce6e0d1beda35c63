package dev.helium.engine.run;

/** What the engine calls itself towards the SDK and in state files. */
public final class EngineIdentity {
  /** The level of the CLI's protocol and file formats that this engine speaks. */
  public static final String PROTOCOL_LEVEL = "3.200.0";

  /** The version written into state files. */
  public static final String VERSION = "v" + PROTOCOL_LEVEL + "-helium";

  private EngineIdentity() {}
}

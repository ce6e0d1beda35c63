package dev.helium.service;

/** A setting that a process cannot start with; the message names the variable and the rule. */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConfigurationException(String variable, String rule) {
    super(variable + " " + rule);
  }
}

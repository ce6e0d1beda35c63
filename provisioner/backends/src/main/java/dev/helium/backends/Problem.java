package dev.helium.backends;

/** A field of the request and the rule that it breaks. */
public record Problem(String field, String rule) {}

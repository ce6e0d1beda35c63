package dev.helium.engine.sdk;

/** Marks the SDK's runner whose loop was replaced. */
public interface ContainedRunLoop {}

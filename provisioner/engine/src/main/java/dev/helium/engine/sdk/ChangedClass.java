package dev.helium.engine.sdk;

/** Marks a class of the SDK that was changed before it was loaded. */
public interface ChangedClass {}

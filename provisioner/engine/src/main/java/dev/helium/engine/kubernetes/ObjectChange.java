package dev.helium.engine.kubernetes;

import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.provider.PropertyChange;

/**
 * One place at which two objects differ.
 *
 * @param path where
 * @param kind what happens there
 * @param after the value to come, a null value when it goes
 */
record ObjectChange(ObjectPath path, PropertyChange.Kind kind, PropertyValue after) {}

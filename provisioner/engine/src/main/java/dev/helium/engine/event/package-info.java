/**
 * What a run tells while it goes on: engine events as the Automation API knows them, and lines for
 * people. Everything that leaves here is free of secrets.
 */
package dev.helium.engine.event;

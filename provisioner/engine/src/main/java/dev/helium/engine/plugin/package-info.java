/**
 * Providers that run as processes of their own, as the CLI runs them: found, started, shared,
 * spoken to over gRPC, restarted and ended. No planning and no state; {@code provider} is the only
 * way in.
 */
package dev.helium.engine.plugin;

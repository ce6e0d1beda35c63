/**
 * What every service process needs before it does anything of its own: settings from the
 * environment, a launcher, health, and the management port.
 *
 * <p>Nothing here knows workspaces or the log.
 */
package dev.helium.service;

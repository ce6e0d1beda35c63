/**
 * What Kubernetes events add to findings: words, and what is behind a state that says little.
 *
 * <p>Events are lossy and expire, so they never decide alone: they are heard only where the
 * object's own state leaves the question open. Pure but for the bounded memory of them.
 */
package dev.helium.watcher.hearing;

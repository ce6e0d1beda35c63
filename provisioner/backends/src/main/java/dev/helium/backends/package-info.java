/**
 * What a backend is, and which there are.
 *
 * <p>A backend knows Pulumi and Kubernetes objects; it knows no engine, no log and no other
 * backend. Each has a package of its own below this one.
 */
package dev.helium.backends;

/**
 * Any Helm chart as a workspace: where it comes from ({@code source}), what it makes of the values
 * ({@code rendering}), and what of that becomes objects of the workspace ({@code release}). No
 * release is written to a cluster: the stack's state says what there is.
 */
package dev.helium.backends.helm;

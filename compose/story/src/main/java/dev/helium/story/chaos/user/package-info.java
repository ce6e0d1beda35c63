/**
 * People who want things of workspaces over HTTP, and ask until they are told what was decided.
 * What they want follows from the seed alone.
 */
package dev.helium.story.chaos.user;

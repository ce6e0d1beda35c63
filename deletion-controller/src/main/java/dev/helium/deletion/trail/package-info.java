/** Which traces workspaces are part of, as the log says it, and the spans of what is asked for. */
package dev.helium.deletion.trail;

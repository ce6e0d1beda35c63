/**
 * Making a workspace: the catalogue, and the form that each backend's description becomes. What is
 * typed is untrusted, and so is every word of the catalogue. Nothing here decides whether a request
 * is right; the API does, and is asked once for each form that was shown.
 */
package dev.helium.pages.create;

/**
 * Says who may take more, one partition of the requests at a time, so that nobody takes what
 * somebody else has just been granted.
 *
 * <p>The only place that writes claims and passes requests on. What an answer says is the domain's;
 * nothing here decides about a workspace.
 */
package dev.helium.provisioner.admission;

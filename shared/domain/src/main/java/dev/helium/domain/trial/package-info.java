/** What would have come of the past under another policy. Pure; decides nothing. */
package dev.helium.domain.trial;
